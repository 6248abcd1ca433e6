// What the commands of contributors say, in each language of the interface: a message is a text's key and its values, and is worded last.

import { fill } from "../fill.ts";
import { commandsEn } from "./commands.en.ts";
import { commandsSv } from "./commands.sv.ts";
import { guardEn } from "./guard.en.ts";
import { guardSv } from "./guard.sv.ts";
import { previewEn } from "./preview.en.ts";
import { previewSv } from "./preview.sv.ts";
import { problemsEn } from "./problems.en.ts";
import { problemsSv } from "./problems.sv.ts";
import type { PlaceholdersIn, TextsLike } from "./texts-like.ts";

type Texts = typeof commandsEn & typeof guardEn & typeof previewEn & typeof problemsEn;

const TEXTS = {
  en: { ...commandsEn, ...guardEn, ...previewEn, ...problemsEn },
  sv: { ...commandsSv, ...guardSv, ...previewSv, ...problemsSv },
} as const satisfies Readonly<Record<string, TextsLike<Texts>>>;

/** A language that commands speak. An interface language without such texts does no harm: commands speak English then. */
export type MessageLanguage = keyof typeof TEXTS;

/** Codes of the languages that commands speak. */
export const MESSAGE_LANGUAGES = Object.keys(TEXTS) as readonly MessageLanguage[];

/** Names a text, in every language. */
export type MessageKey = keyof Texts;

/** A subject with plural forms: `check.posts` stands for `check.posts.one` and `check.posts.other`. */
export type CountedKey = keyof {
  [Key in MessageKey as Key extends `${infer Subject}.other` ? Subject : never]: true;
};

/** What the placeholders of a text must be given. A value may be a message too. */
export type MessageValues<Key extends MessageKey> = {
  readonly [Name in PlaceholdersIn<Texts[Key]>]: string | number | Message;
};

/** A text with its values, not yet in any language. */
export interface Message {
  readonly text: MessageKey;
  readonly values: Readonly<Record<string, string | number | Message>>;
}

/** Says messages in one language. */
export interface Speaker {
  readonly language: MessageLanguage;
  /** Returns a text with its values. */
  readonly say: <Key extends MessageKey>(text: Key, ...values: MessageArguments<Key>) => string;
  /** Returns a text in the plural form that a number wants. */
  readonly count: (subject: CountedKey, count: number) => string;
  /** Returns the words of a message. */
  readonly tell: (message: Message) => string;
}

/** A text without placeholders needs no values. */
export type MessageArguments<Key extends MessageKey> = [PlaceholdersIn<Texts[Key]>] extends [never]
  ? []
  : [values: MessageValues<Key>];

/** Returns a message: a text's key with the values that it needs. */
export function toMessage<Key extends MessageKey>(text: Key, ...[values]: MessageArguments<Key>): Message {
  return { text, values: values ?? {} };
}

/** Returns who says messages in a language. */
export function speak(language: MessageLanguage): Speaker {
  const tell = ({ text, values }: Message): string =>
    fill(
      TEXTS[language][text],
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? tell(value) : value]),
      ),
    );
  return {
    language,
    tell,
    say: (text, ...values) => tell(toMessage(text, ...values)),
    count: (subject, count) => {
      const text = `${subject}.${new Intl.PluralRules(language).select(count) === "one" ? "one" : "other"}`;
      return tell({ text: text as MessageKey, values: { count } });
    },
  };
}

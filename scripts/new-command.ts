// The command `new`: asks what is known of a post, page, comment, translation or source, and writes its file.

import { existsSync, readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { takeLock } from "./archive/lock.ts";
import { readArchive } from "./archive/read-archive.ts";
import { toVisible } from "./archive/show.ts";
import { writeNewFile } from "./archive/write-file.ts";
import { canAsk, openAsker } from "./ask.ts";
import { type Command, UsageError } from "./command.ts";
import { chooseLanguage } from "./command-language.ts";
import { collectAnswers } from "./new/collect-answers.ts";
import type { Answers, NewKind } from "./new/draft.ts";
import { NEW_KINDS } from "./new/kinds.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { type Speaker, speak } from "./strings/messages/index.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Adds a text to the archive. It asks what is known, in English or Swedish, and writes a file that npm run check
has nothing to say about. What you do not know you leave empty: nothing is filled in by guess.
Nothing that stands is ever overwritten.

Usage: npm run new -- post|page|comment|translation|source [options]

Each question can be answered by an option instead; where nobody can be asked, the others stay unknown.

  post, page    --title --language --author --date --topics "a, b" --url --slug
  comment       --post ID (needed) --author --date --parent ID --url --id
  translation   --post ID (needed) --language CODE (needed) --title
  source        --id (needed) --title --url --platform --language --rights

  --text TEXT        The text, in Markdown; or write it into the file afterwards
  --text-file FILE   The text from a file; - reads it from standard input
  --no-ask           Asks nothing, also at a terminal
  --dry-run          Shows the file and writes nothing
  --content DIR      The archive. Default: content
  --lang en|sv       The language of the questions. Default: that of your terminal, else English

A post's ID is its year and name, 2011/we-need-to-talk, or its address on the site. templates/ holds the same files
to copy by hand, with every key explained.

The exit code is 0 when the file was written, 1 when it stands already, 2 when the command was used wrongly.

Examples:
  npm run new -- post
  npm run new -- comment --post 2011/we-need-to-talk --author "Bo Ek" --date 2011-01-20 --text "I agree."
  npm run new -- translation --post 2011/we-need-to-talk --language sv --title "Vi måste prata" --text-file prata.md
`;

const TEXT = { type: "string" } as const;

/** Adds a text to the archive. */
export const newCommand: Command = {
  name: "new",
  summary: "Adds a post, comment, translation or source to content/.",
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        title: TEXT,
        language: TEXT,
        author: TEXT,
        date: TEXT,
        topics: TEXT,
        url: TEXT,
        slug: TEXT,
        post: TEXT,
        parent: TEXT,
        id: TEXT,
        platform: TEXT,
        rights: TEXT,
        text: TEXT,
        "text-file": TEXT,
        "no-ask": { type: "boolean" },
        "dry-run": { type: "boolean" },
        content: TEXT,
        lang: TEXT,
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      process.stdout.write(`${HELP.trim()}\n`);
      return 0;
    }
    const [name = "", ...others] = positionals;
    const kind = Object.hasOwn(NEW_KINDS, name) ? NEW_KINDS[name] : undefined;
    if (kind === undefined || others.length > 0) {
      throw new UsageError(`Say what to add, one of ${Object.keys(NEW_KINDS).join(", ")}.`);
    }
    const contentDir = values.content === undefined ? DEFAULT_OPTIONS.contentDir : resolveUserPath(values.content);
    if (existsSync(contentDir) && !statSync(contentDir).isDirectory()) {
      throw new UsageError(`${contentDir} is no folder. Give the archive's folder with --content DIR.`);
    }
    const { text, "text-file": file, "no-ask": noAsk, "dry-run": dryRun, content: _content, lang, ...given } = values;
    const flags = pickFlags(given, kind, name);
    return add(kind, {
      contentDir,
      flags,
      body: readBody(text, file),
      isDryRun: dryRun ?? false,
      isAsking: noAsk !== true && file !== "-" && canAsk(),
      speaker: speak(chooseLanguage(lang)),
    });
  },
};

/** What somebody asked for. */
interface NewRequest {
  readonly contentDir: string;
  readonly flags: Answers;
  readonly body: string;
  readonly isDryRun: boolean;
  readonly isAsking: boolean;
  readonly speaker: Speaker;
}

async function add(
  kind: NewKind,
  { contentDir, flags, body, isDryRun, isAsking, speaker }: NewRequest,
): Promise<number> {
  const { archive } = await readArchive(contentDir);
  const asker = isAsking ? openAsker() : undefined;
  if (asker !== undefined) process.stderr.write(`${speaker.say("new.intro")}\n`);
  let answers: Answers;
  try {
    answers = await collectAnswers(kind, { archive, flags, speaker, asker });
  } finally {
    asker?.close();
  }
  const draft = kind.draft(archive, answers, body);
  if ("values" in draft) return refuse(speaker.tell(draft));
  const path = `${contentDir}/${draft.file}`;
  const shown = toVisible(toShownPath(path));
  if (existsSync(path)) return refuse(speaker.say("new.exists", { file: shown }));
  if (isDryRun) {
    process.stdout.write(`${shown}\n\n${draft.text}\n${speaker.say("command.dryRun")}\n`);
    return 0;
  }
  const lock = takeLock(contentDir, "new");
  try {
    if (!writeNewFile(path, draft.text)) return refuse(speaker.say("new.exists", { file: shown }));
  } finally {
    lock.release();
  }
  process.stdout.write(`${speaker.say("new.written", { file: shown })}\n`);
  if (body === "") process.stdout.write(`${speaker.say("new.writeText")}\n`);
  process.stdout.write(`${speaker.say("new.next")}\n`);
  return 0;
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`);
  return 1;
}

/** Flags of other kinds are somebody's mistake, and would be lost without a word. */
function pickFlags(values: object, { questions }: NewKind, name: string): Answers {
  const known = new Set(questions.map((question) => question.name));
  const given = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const surplus = given.filter(([flag]) => !known.has(flag)).map(([flag]) => `--${flag}`);
  if (surplus.length > 0) throw new UsageError(`A ${name} has no ${surplus.join(", ")}.`);
  return Object.fromEntries(given.map(([flag, value]) => [flag, value.trim()]));
}

function readBody(text: string | undefined, file: string | undefined): string {
  if (text !== undefined && file !== undefined)
    throw new UsageError("Give the text with --text or with --text-file, not both.");
  if (file === undefined) return text ?? "";
  const path = file === "-" ? 0 : resolveUserPath(file);
  if (typeof path === "string" && !existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  return readFileSync(path, "utf8").replace(/^\ufeff/, "");
}

function toShownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return (short.startsWith("..") ? path : short).replaceAll("\\", "/");
}

// Which language a command speaks with the person at the terminal.

import { UsageError } from "./command.ts";
import { MESSAGE_LANGUAGES, type MessageLanguage } from "./strings/messages/index.ts";

/**
 * Returns the language that was asked for, else that of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`, as POSIX orders
 * them) if there are texts in it, else English.
 * @throws UsageError for a language in which there are no texts
 */
export function chooseLanguage(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): MessageLanguage {
  const find = (code: string | undefined) => MESSAGE_LANGUAGES.find((language) => language === code);
  const found = find(asked);
  if (asked !== undefined && found === undefined) {
    throw new UsageError(`--lang is ${JSON.stringify(asked)}. It must be ${MESSAGE_LANGUAGES.join(" or ")}.`);
  }
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return found ?? find(locale?.replace(/[_.@-].*$/, "").toLowerCase()) ?? "en";
}

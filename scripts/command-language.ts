// Which language a command speaks with the person at the terminal.

import { UsageError } from "./command.ts";
import { isLanguage, LANGUAGES, type Language, toLanguage } from "./strings/index.ts";

/**
 * Returns the language that was asked for, else that of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`, as POSIX orders
 * them) if the interface has it, else English.
 * @throws UsageError for a language that the interface has not
 */
export function chooseLanguage(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  if (isLanguage(asked)) return asked;
  if (asked !== undefined)
    throw new UsageError(`--lang is ${JSON.stringify(asked)}. It must be ${LANGUAGES.join(" or ")}.`);
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return toLanguage(locale?.replace(/[_.@].*$/, "")) ?? "en";
}

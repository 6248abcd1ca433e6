// Makes problems: what is wrong, as a text in every language with its values, before anybody knows in which file.

import { type MessageArguments, type MessageKey, toMessage } from "../strings/messages/index.ts";
import type { Problem } from "./model.ts";

/** A problem whose file is known to the caller. */
export type Found = Omit<Problem, "file">;

/** Returns an error about a key, or about the file as a whole. */
export function toError<Text extends MessageKey>(
  key: string | undefined,
  text: Text,
  ...values: MessageArguments<Text>
): Found {
  return toFound("error", key, text, values);
}

/** Returns a warning about a key, or about the file as a whole. */
export function toWarning<Text extends MessageKey>(
  key: string | undefined,
  text: Text,
  ...values: MessageArguments<Text>
): Found {
  return toFound("warning", key, text, values);
}

function toFound<Text extends MessageKey>(
  level: Problem["level"],
  key: string | undefined,
  text: Text,
  values: MessageArguments<Text>,
): Found {
  return {
    level,
    code: text.replace(/\..*$/, ""),
    ...(key !== undefined && { key }),
    message: toMessage(text, ...values),
  };
}

// Shows found values in messages: quoted, on one line, short, and with nothing that a terminal would obey.

const MAX_LENGTH = 80;

/** Returns a value as a message may quote it. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const characters = [...text.slice(0, MAX_LENGTH + 2)];
  const short = characters.length > MAX_LENGTH ? `${characters.slice(0, MAX_LENGTH - 1).join("")}…` : text;
  return typeof value === "string" ? `"${toVisible(short)}"` : toVisible(short);
}

/**
 * Makes control characters, escape sequences and direction marks visible as `\u001b`, and takes apart `##[`, which GitHub's
 * runner obeys wherever it stands in a line (https://github.com/actions/runner, ActionCommand).
 */
export function toVisible(text: string): string {
  return text
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must become visible
      /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu,
      (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
    )
    .replaceAll("##[", "#\\u0023[");
}

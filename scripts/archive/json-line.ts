// Writes the values of front matter: JSON on one line, which YAML 1.2 readers and people read alike.

// Valid in JSON, yet line breaks or forbidden in YAML, or invisible to whoever edits the file.
const NEEDS_ESCAPE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Returns a value as JSON on one line, with a space after `:` and `,`. What JSON cannot say (undefined, NaN) becomes null. */
export function toJsonLine(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(toJsonLine).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${quote(key)}: ${toJsonLine(member)}`).join(", ")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** Returns a front-matter key as it is written: quoted only when it must be. */
export function toKey(key: string): string {
  return PLAIN_KEY.test(key) ? key : quote(key);
}

function quote(text: string): string {
  const json = JSON.stringify(text);
  return json.search(NEEDS_ESCAPE) < 0 ? json : json.replace(NEEDS_ESCAPE, toEscape);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

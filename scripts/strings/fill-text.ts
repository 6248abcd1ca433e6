// Puts values into the placeholders of a text of the interface. Nothing here needs Node: pages and browsers use it.

/** What a placeholder may be given as. */
export type Values = Readonly<Record<string, string | number>>;

/** Texts of the interface, parted at their placeholders: literal, name, literal, and so on. A page fills a hundred of them. */
const parted = new Map<string, readonly string[]>();

/** Returns a text with each `{name}` replaced by its value; a placeholder without a value stays as it is. */
export function fillText(text: string, values: Values): string {
  const parts = parted.get(text) ?? part(text);
  let filled = parts[0] ?? "";
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] ?? "";
    filled += `${values[name] ?? `{${name}}`}${parts[index + 1]}`;
  }
  return filled;
}

function part(text: string): readonly string[] {
  const parts = text.split(/\{(\w+)\}/);
  parted.set(text, parts);
  return parts;
}

// Names things by what they are: equal keys, equal content.

import { hash } from "node:crypto";

/** Returns the key of plain values, maps among them. */
export function keyOf(...values: readonly unknown[]): string {
  // Not the serializer of V8: equal values may have several forms there, by how the engine happens to hold them.
  return keyOfText(JSON.stringify(values, (_, value) => (value instanceof Map ? [...value] : value)));
}

/** Returns the key of a text. */
export function keyOfText(text: string): string {
  return hash("sha256", text, "base64");
}

/** Returns the key of everything that reads and draws: the code, and what the machine brings to it, such as how it writes dates. */
export function keyOfCode(code: string): string {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return keyOf(code, process.versions, process.env.NODE_ICU_DATA, timeZone, locale);
}

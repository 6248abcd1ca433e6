// A text of the interface with elements (links, quoted titles) in its placeholders.

import type { ComponentChildren } from "preact";

interface WordsProps {
  /** Text with `{name}` placeholders. */
  readonly text: string;
  readonly values: Readonly<Record<string, ComponentChildren>>;
}

/** Draws a text with each `{name}` replaced by what `values` holds for it. */
export function Words({ text, values }: WordsProps) {
  const parts = text.split(/\{(\w+)\}/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? (values[part] ?? `{${part}}`) : part))}</>;
}

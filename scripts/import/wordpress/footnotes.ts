// Footnotes of the block editor: WordPress 6.3 and later keep them as JSON in a custom field, outside the text.

import { escapeHtml } from "./escape-html.ts";

/** Returns the list that WordPress shows for a post's footnotes; empty when there are none or they cannot be read. */
export function writeFootnotes(json: string | undefined): string {
  const notes = readNotes(json);
  if (notes.length === 0) return "";
  const items = notes.map(({ id, content }) => {
    const anchor = escapeHtml(id);
    return `<li id="${anchor}">${content} <a href="#${anchor}-link">↩︎</a></li>`;
  });
  return `<ol>${items.join("")}</ol>`;
}

function readNotes(json: string | undefined): readonly { readonly id: string; readonly content: string }[] {
  if (json === undefined || json.trim() === "") return [];
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter(isNote) : [];
  } catch {
    return [];
  }
}

function isNote(value: unknown): value is { readonly id: string; readonly content: string } {
  if (typeof value !== "object" || value === null) return false;
  const { id, content } = value as Record<string, unknown>;
  return typeof id === "string" && typeof content === "string";
}

// Reads what site.json says of the body behind the archive: all that the accessibility statement may claim.

import { parseEdtf } from "./edtf.ts";
import type { LocalText, SiteBody } from "./model.ts";
import { show } from "./show.ts";

/** A field that cannot be read: its key below `body`, and what to do about it. */
export interface BodyFault {
  readonly key: string;
  readonly level: "error" | "warning";
  readonly message: string;
}

type Reader = (value: unknown) => unknown;

const TEXT = 'a text, or one a language, like {"en": "…", "sv": "…"}';
const DAY = 'a day, like "2026-05-04"';

// Each returns undefined for a value of the wrong shape.
const FIELDS: Readonly<Record<keyof SiteBody, { readonly read: Reader; readonly expected: string }>> = {
  name: { read: toText, expected: "the name of the body" },
  type: { read: oneOf("public", "other"), expected: '"public" (bound by the Swedish DOS-lagen) or "other"' },
  contact: { read: toContact, expected: "an https address or an e-mail address" },
  compliance: { read: oneOf("full", "partial", "none"), expected: '"full", "partial" or "none"' },
  shortcomings: { read: toTextList, expected: `a list, each item ${TEXT}` },
  burden: { read: toTextList, expected: `a list, each item ${TEXT}` },
  notCovered: { read: toTextList, expected: `a list, each item ${TEXT}` },
  method: { read: oneOf("self", "external"), expected: '"self" or "external"' },
  assessor: { read: toText, expected: "the name of who assessed the site" },
  assessed: { read: toDay, expected: DAY },
  updated: { read: toDay, expected: DAY },
  supervisor: {
    read: toSupervisor,
    expected: `{"name": …, "url": …}: ${TEXT}, and the https address for complaints`,
  },
};

/** Reads `body`. A text alone is the name of a public body. What cannot be read is left out and told. */
export function readBody(value: unknown): { readonly body?: SiteBody; readonly faults: readonly BodyFault[] } {
  const faults: BodyFault[] = [];
  if (typeof value === "string") return { body: { name: value, type: "public" }, faults };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const message = `body is ${show(value)}; it must be a map, like {"name": "…", "type": "public"}`;
    return { faults: [{ key: "body", level: "error", message }] };
  }
  const body: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    const name = `body.${key}`;
    if (!Object.hasOwn(FIELDS, key)) {
      const message = `the key ${show(name)} is not known; it is kept, but nothing uses it`;
      faults.push({ key: name, level: "warning", message });
      continue;
    }
    if (field === null || field === "") continue;
    const { read, expected } = FIELDS[key as keyof SiteBody];
    const readField = read(field);
    if (readField !== undefined) body[key] = readField;
    else faults.push({ key: name, level: "error", message: `${name} is ${show(field)}; it must be ${expected}` });
  }
  return { body: body as SiteBody, faults };
}

function toText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function oneOf(...choices: readonly string[]): Reader {
  return (value) => (typeof value === "string" && choices.includes(value) ? value : undefined);
}

function toContact(value: unknown): string | undefined {
  const text = toText(value);
  return text !== undefined && (isWebAddress(text) || /^[^\s@/:?&]+@[^\s@/:?&]+$/.test(text)) ? text : undefined;
}

function toDay(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && parseEdtf(value) ? value : undefined;
}

function toLocalText(value: unknown): LocalText | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : { "": value };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const texts = Object.entries(value);
  return texts.length > 0 && texts.every(([, text]) => toText(text) !== undefined) ? (value as LocalText) : undefined;
}

function toTextList(value: unknown): readonly LocalText[] | undefined {
  const items = (Array.isArray(value) ? value : [value]).map(toLocalText);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function toSupervisor(value: unknown): SiteBody["supervisor"] {
  if (typeof value !== "object" || value === null) return undefined;
  const { name, url } = value as { readonly name?: unknown; readonly url?: unknown };
  const text = toLocalText(name);
  return text !== undefined && typeof url === "string" && isWebAddress(url) ? { name: text, url } : undefined;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

// Reads what site.json says of the body behind the archive: all that the accessibility statement may claim.

import { type Message, toMessage } from "../strings/messages/index.ts";
import { parseEdtf } from "./edtf.ts";
import { type Found, toError, toWarning } from "./found.ts";
import type { LocalText, SiteBody } from "./model.ts";
import { show } from "./show.ts";

type Reader = (value: unknown) => unknown;

// Each returns undefined for a value of the wrong shape.
const FIELDS: Readonly<Record<keyof SiteBody, { readonly read: Reader; readonly expected: Message }>> = {
  name: { read: toText, expected: toMessage("expected.bodyName") },
  type: { read: oneOf("public", "other"), expected: toMessage("expected.bodyType") },
  contact: { read: toContact, expected: toMessage("expected.contact") },
  compliance: { read: oneOf("full", "partial", "none"), expected: toMessage("expected.bodyCompliance") },
  shortcomings: { read: toTextList, expected: toMessage("expected.localTexts") },
  burden: { read: toTextList, expected: toMessage("expected.localTexts") },
  notCovered: { read: toTextList, expected: toMessage("expected.localTexts") },
  method: { read: oneOf("self", "external"), expected: toMessage("expected.bodyMethod") },
  assessor: { read: toText, expected: toMessage("expected.bodyAssessor") },
  assessed: { read: toDay, expected: toMessage("expected.day") },
  updated: { read: toDay, expected: toMessage("expected.day") },
  supervisor: {
    read: toSupervisor,
    expected: toMessage("expected.supervisor"),
  },
};

/** Reads `body`. A text alone is the name of a public body. What cannot be read is left out and told. */
export function readBody(value: unknown): { readonly body?: SiteBody; readonly faults: readonly Found[] } {
  const faults: Found[] = [];
  if (typeof value === "string") return { body: { name: value, type: "public" }, faults };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const values = { key: "body", found: show(value), expected: toMessage("expected.body") };
    return { faults: [toError("body", "value-invalid", values)] };
  }
  const body: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    const name = `body.${key}`;
    if (!Object.hasOwn(FIELDS, key)) {
      faults.push(toWarning(name, "key-unknown.site", { found: show(name) }));
      continue;
    }
    if (field === null || field === "") continue;
    const { read, expected } = FIELDS[key as keyof SiteBody];
    const readField = read(field);
    if (readField !== undefined) body[key] = readField;
    else faults.push(toError(name, "value-invalid", { key: name, found: show(field), expected }));
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

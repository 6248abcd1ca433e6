// Checks the shape of single front-matter values and brings hand-typed ones into the shape of the model.

import { type Message, toMessage } from "../strings/messages/index.ts";
import { isLanguageCode } from "./language-code.ts";
import { LEDGER_GROUPS } from "./ledger.ts";
import type { Ledger, Tally } from "./ledger-model.ts";
import type { CommentsInfo, RawExport } from "./model.ts";
import type { KeyRule } from "./record-keys.ts";

/** A value in the model's shape (undefined: same as absent), or what was expected instead. */
export type ReadShape =
  | { readonly value: unknown; readonly expected?: undefined }
  | { readonly expected: Message; readonly value?: undefined };

const COMMENTS_STATES: readonly unknown[] = ["open", "closed", "unknown"];

/** Reads a value by the rule of its key. */
export function readShape(value: unknown, rule: KeyRule): ReadShape {
  switch (rule.shape) {
    case "text":
      return orExpected(toText(value), toMessage("expected.text"));
    case "lang":
      return orExpected(toLang(value), toMessage("expected.text"));
    case "texts":
      return readTexts(value);
    case "flag":
      return readFlag(value);
    case "truth":
      return readTruth(value);
    case "choice":
      return readChoice(value, rule.values, rule.ordinary);
    case "comments":
      return orExpected(toCommentsInfo(value), toMessage("expected.comments"));
    case "exports":
      return orExpected(toRawExports(value), toMessage("expected.exports"));
    case "ledger":
      return orExpected(toLedger(value), toMessage("expected.ledger"));
  }
}

function orExpected(value: unknown, expected: Message): ReadShape {
  return value === undefined ? { expected } : { value };
}

// A title that is a number or "true" is still a text; only lists and maps are not.
function toText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function toLang(value: unknown): string | undefined {
  return typeof value === "string" && isLanguageCode(value) ? value : undefined;
}

function readTexts(value: unknown): ReadShape {
  const texts = (Array.isArray(value) ? value : [value]).map((item) => (item === null ? "" : toText(item)));
  if (!texts.every((text) => text !== undefined)) return { expected: toMessage("expected.texts") };
  const filled = texts.filter((text) => text !== "");
  return { value: filled.length === 0 ? undefined : filled };
}

function readFlag(value: unknown): ReadShape {
  if (value === true || value === false) return { value: value || undefined };
  const text = typeof value === "string" ? value.toLowerCase() : "";
  return text === "true" || text === "false"
    ? { value: text === "true" || undefined }
    : { expected: toMessage("expected.flag") };
}

// Unlike a flag, false says something else than nothing.
function readTruth(value: unknown): ReadShape {
  const text = String(value).toLowerCase();
  return text === "true" || text === "false" ? { value: text === "true" } : { expected: toMessage("expected.truth") };
}

function readChoice(value: unknown, values: readonly string[], ordinary: string | undefined): ReadShape {
  if (value === ordinary) return { value: undefined };
  if (typeof value === "string" && values.includes(value)) return { value };
  const choice = toMessage("expected.choice", { others: values.slice(0, -1).join(", "), last: values.at(-1) ?? "" });
  return { expected: ordinary === undefined ? choice : toMessage("expected.orAbsent", { choice, ordinary }) };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function toCommentsInfo(value: unknown): CommentsInfo | undefined {
  if (!isMap(value)) return undefined;
  const { state = "unknown", declared, ...others } = value;
  if (!COMMENTS_STATES.includes(state) || Object.keys(others).length > 0) return undefined;
  if (declared !== undefined && declared !== null && !isCount(declared)) return undefined;
  return { state: state as CommentsInfo["state"], ...(isCount(declared) && { declared }) };
}

function toRawExports(value: unknown): readonly RawExport[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const isRawExport = (item: unknown): item is RawExport =>
    isMap(item) &&
    typeof item.file === "string" &&
    isCount(item.size) &&
    typeof item.sha256 === "string" &&
    (item.date === undefined || typeof item.date === "string");
  return value.every(isRawExport) ? value : undefined;
}

function toLedger(value: unknown): Ledger | undefined {
  if (!isMap(value) || typeof value.format !== "string" || !Array.isArray(value.problems)) return undefined;
  if (!LEDGER_GROUPS.every((group) => isTally(value[group]))) return undefined;
  const areProblems = value.problems.every(
    (problem) => isMap(problem) && typeof problem.item === "string" && typeof problem.what === "string",
  );
  return areProblems && typeof value.balanced === "boolean" ? (value as unknown as Ledger) : undefined;
}

function isTally(value: unknown): value is Tally {
  return (
    isMap(value) &&
    isCount(value.read) &&
    isCount(value.written) &&
    isMap(value.skipped) &&
    Object.values(value.skipped).every(isCount)
  );
}

// Reads and writes content/site.json: what its owner has decided about the site. A missing file means the defaults.

import { existsSync, mkdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { type MessageKey, toMessage } from "../strings/messages/index.ts";
import { isLink } from "./folder-listing.ts";
import { toError, toWarning } from "./found.ts";
import type { LocalText, Problem, SiteSettings } from "./model.ts";
import { readText } from "./read-file.ts";
import { show } from "./show.ts";
import { readBody } from "./site-body.ts";
import { writeFileWhole } from "./write-file.ts";

const FILE = "site.json";

/** What holds where site.json is silent. */
export const defaultSettings: SiteSettings = {
  title: { en: "Ordskifte", sv: "Ordskifte" },
  description: {
    en: "An archive of old blog posts and the conversations below them.",
    sv: "Ett arkiv över gamla blogginlägg och samtalen under dem.",
  },
  language: "en",
  takesOver: [],
  topics: {},
  sample: false,
};

type Reader = (value: unknown) => unknown;
type ExpectedText = Exclude<Extract<MessageKey, `expected.${string}`>, "expected.choice" | "expected.orAbsent">;

// Each returns undefined for a value of the wrong shape.
const READERS: Readonly<
  Record<Exclude<keyof SiteSettings, "body">, { readonly read: Reader; readonly expected: ExpectedText }>
> = {
  title: { read: toLocalText, expected: "expected.localText" },
  description: { read: toLocalText, expected: "expected.localText" },
  language: { read: toLanguageCode, expected: "expected.language" },
  url: { read: toUrl, expected: "expected.url" },
  contact: { read: toFilledText, expected: "expected.contact" },
  repository: { read: toUrl, expected: "expected.repository" },
  branch: { read: toBranch, expected: "expected.branch" },
  takesOver: { read: toTexts, expected: "expected.sources" },
  topics: { read: toTextMap, expected: "expected.topics" },
  sample: { read: (value) => (typeof value === "boolean" ? value : undefined), expected: "expected.trueFalse" },
};

/** Reads site.json. Wrong values are problems and give way to the defaults; unknown keys are warnings. */
export async function readSiteSettings(
  contentDir: string,
): Promise<{ readonly settings: SiteSettings; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const values = readValues(contentDir, problems);
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const [key, value] of values) {
    if (key === "body") {
      if (value !== null && value !== "") settings.body = readBodyOf(value, problems);
      continue;
    }
    if (!Object.hasOwn(READERS, key)) {
      problems.push({ ...toWarning(key, "key-unknown.site", { found: show(key) }), file: FILE });
      continue;
    }
    const { read, expected } = READERS[key as keyof typeof READERS];
    const readValue = value === null || value === "" ? undefined : read(value);
    if (readValue !== undefined) settings[key] = readValue;
    else if (value !== null && value !== "") {
      const values = { key, found: show(value), expected: toMessage(expected) };
      problems.push({ ...toError(key, "value-invalid", values), file: FILE });
    }
  }
  return { settings: settings as unknown as SiteSettings, problems };
}

function readBodyOf(value: unknown, problems: Problem[]): SiteSettings["body"] {
  const { body, faults } = readBody(value);
  for (const fault of faults) problems.push({ ...fault, file: FILE });
  return body;
}

/**
 * Writes site.json with those keys set anew; the others, unknown ones too, stay as they are.
 * A setting that is undefined is removed. Returns false, without writing, when the file is there and cannot be read.
 */
export async function writeSiteSettings(
  contentDir: string,
  settings: { readonly [Key in keyof SiteSettings]?: SiteSettings[Key] | undefined },
): Promise<boolean> {
  const problems: Problem[] = [];
  const values = readValues(contentDir, problems);
  if (problems.length > 0) return false;
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined) values.delete(key);
    else values.set(key, value);
  }
  mkdirSync(contentDir, { recursive: true });
  writeFileWhole(`${contentDir}/${FILE}`, `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`);
  return true;
}

/**
 * Adds to site.json the settings that it does not say; what stands there stays. Returns false when nothing was written.
 */
export async function addSiteSettings(contentDir: string, settings: Partial<SiteSettings>): Promise<boolean> {
  const standing = readValues(contentDir, []);
  const silent = Object.entries(settings).filter(([key]) => isSilent(standing.get(key)));
  return silent.length > 0 && writeSiteSettings(contentDir, Object.fromEntries(silent));
}

/** Removes from site.json each setting that has still that value. */
export async function removeSiteSettings(contentDir: string, settings: Partial<SiteSettings>): Promise<void> {
  const standing = readValues(contentDir, []);
  const unchanged = Object.entries(settings).filter(([key, value]) => isDeepStrictEqual(standing.get(key), value));
  if (unchanged.length === 0) return;
  await writeSiteSettings(contentDir, Object.fromEntries(unchanged.map(([key]) => [key, undefined])));
}

function isSilent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function readValues(contentDir: string, problems: Problem[]): Map<string, unknown> {
  if (!existsSync(`${contentDir}/${FILE}`)) return new Map();
  if (isLink(`${contentDir}/${FILE}`)) {
    problems.push({ ...toError(undefined, "symbolic-link"), file: FILE });
    return new Map();
  }
  const text = readText(contentDir, FILE, problems);
  if (text === undefined) return new Map();
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return new Map(Object.entries(value));
    problems.push({ ...toError(undefined, "json-invalid.map"), file: FILE });
  } catch (error) {
    // Some messages of JSON.parse say where, in a form that is not promised.
    const position = /\bposition (\d+)/.exec(String(error))?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length;
    problems.push({ ...toError(undefined, "json-invalid.syntax"), file: FILE, ...(line !== undefined && { line }) });
  }
  return new Map();
}

function toFilledText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function toTexts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}

function toTextMap(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.values(value).every((item) => typeof item === "string") ? (value as Record<string, string>) : undefined;
}

// One text for all languages is what a person with one language types; "en" stands first where none fits.
function toLocalText(value: unknown): LocalText | undefined {
  if (typeof value === "string") return { en: value, sv: value };
  const texts = toTextMap(value);
  return texts !== undefined && Object.keys(texts).length > 0 ? texts : undefined;
}

function toLanguageCode(value: unknown): string | undefined {
  return typeof value === "string" && /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(value) ? value : undefined;
}

function toBranch(value: unknown): string | undefined {
  return typeof value === "string" && /^[\w.-]+(?:\/[\w.-]+)*$/.test(value) ? value : undefined;
}

function toUrl(value: unknown): string | undefined {
  if (typeof value !== "string" || !URL.canParse(value)) return undefined;
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined;
}

// Categories and tags of a post become its topics.

import type { WxrCategory } from "../wxr/wxr-model.ts";
import { toPlainText } from "./plain-text.ts";

const TOPIC_DOMAINS: ReadonlySet<string> = new Set(["category", "post_tag", "tag"]);

// The category that WordPress puts a post in when its author chose none, as its translations name it: it says nothing.
const UNCATEGORIZED: ReadonlySet<string> = new Set(
  (
    "uncategorized uncategorised okategoriserad okategoriserade okategoriserat ukategorisert ukategoriseret " +
    "ikke-kategoriseret non-classe non-classé nicht-kategorisiert unkategorisiert geen-categorie ongecategoriseerd " +
    "sin-categoria sin-categoría sem-categoria senza-categoria luokittelematon bez-kategorii nezarazene nezařazené " +
    "без-рубрики 未分类 未分類 미분류 미분류됨 분류되지-않음"
  ).split(" "),
);
// In these languages it is called "General", as a chosen category may be; only the first category is meant.
const GENERAL: ReadonlySet<string> = new Set(["allgemein", "algemeen", "generelt", "yleinen", "általános"]);
const FIRST_CATEGORY = "1";

/** Returns the topics in the order of the export, each once. `termIds` has the number of each category by its nicename. */
export function readTopics(
  categories: readonly WxrCategory[],
  termIds: ReadonlyMap<string, string>,
): readonly string[] {
  // WXR 1.0 writes each term twice, first without its kind; other tools write only that.
  const marked = categories.filter(({ domain }) => domain !== undefined);
  const chosen = marked.length > 0 ? marked.filter(({ domain }) => TOPIC_DOMAINS.has(domain ?? "")) : categories;
  // A category and a tag of one name are one topic.
  const topics = new Map<string, string>();
  for (const category of chosen) {
    const topic = toPlainText(category.label);
    if (topic !== "" && !isDefaultCategory(category, topic, termIds)) {
      const key = topic.normalize("NFC").toLowerCase();
      if (!topics.has(key)) topics.set(key, topic);
    }
  }
  return [...topics.values()];
}

function isDefaultCategory(category: WxrCategory, topic: string, termIds: ReadonlyMap<string, string>): boolean {
  if (category.domain !== undefined && category.domain !== "category") return false;
  const nicename = decodeSlug(category.nicename ?? "").toLowerCase();
  const name = topic.toLowerCase().replaceAll(" ", "-");
  if (UNCATEGORIZED.has(nicename) || UNCATEGORIZED.has(name)) return true;
  return GENERAL.has(nicename) && termIds.get(category.nicename ?? "") === FIRST_CATEGORY;
}

/** Returns a percent-encoded slug as text; as it is when it cannot be decoded. */
export function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

// Makes the accessibility statement: what the owner states in site.json, and what can be counted in the archive.

import type { LocalText } from "../archive/model.ts";
import type { Language } from "../strings/index.ts";
import type { Site } from "./site.ts";

/** A text of the owner with the language that it stands in; empty when unknown. */
export interface StatedText {
  readonly text: string;
  readonly lang: string;
}

/** Things in the old texts that get in somebody's way. */
export interface KnownObstacles {
  readonly imagesUndescribed: number;
  readonly imagesNotHeld: number;
  readonly languageUnknown: number;
  readonly untitled: number;
}

/** The accessibility statement in one language. */
export interface AccessibilityView {
  readonly obstacles: KnownObstacles;
  readonly shortcomings: readonly StatedText[];
  readonly burden: readonly StatedText[];
  readonly notCovered: readonly StatedText[];
  /** Absent for the authority that the law names. */
  readonly supervisor?: { readonly name: StatedText; readonly url: string };
}

const counted = new WeakMap<Site, KnownObstacles>();

/** Returns the statement; each text in the page's language where the owner wrote it in that language. */
export function createAccessibility(site: Site, language: Language): AccessibilityView {
  const { body = {} } = site.archive.settings;
  const state = (texts: readonly LocalText[] = []) => texts.map((text) => pickText(text, language));
  return {
    obstacles: countObstacles(site),
    shortcomings: state(body.shortcomings),
    burden: state(body.burden),
    notCovered: state(body.notCovered),
    ...(body.supervisor && {
      supervisor: { name: pickText(body.supervisor.name, language), url: body.supervisor.url },
    }),
  };
}

function pickText(texts: LocalText, language: Language): StatedText {
  const own = texts[language];
  if (own !== undefined) return { text: own, lang: language };
  const [lang, text] = Object.entries(texts)[0] ?? ["", ""];
  return { text, lang };
}

/** Counts once a build, in the texts as they are shown. */
function countObstacles(site: Site): KnownObstacles {
  const known = counted.get(site);
  if (known) return known;
  const { undescribed, notHeld } = site.digests.images();
  const counts = { imagesUndescribed: undescribed, imagesNotHeld: notHeld, languageUnknown: 0, untitled: 0 };
  for (const entries of site.catalog.entriesById.values()) {
    for (const { text } of entries) {
      if (text.lang === undefined) counts.languageUnknown += 1;
      if (text.title === undefined) counts.untitled += 1;
    }
  }
  counted.set(site, counts);
  return counts;
}

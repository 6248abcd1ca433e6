// The pictures that stand for pages where they are linked to: one for each source and language, and one for the archive in each.

import { createHash } from "node:crypto";
import { getStrings, LANGUAGES, type Language } from "../../strings/index.ts";
import { nameArchive } from "../meta/name-archive.ts";
import type { ShareImage } from "../meta/page-meta.ts";
import type { Site } from "../site.ts";
import { CARD_HEIGHT, CARD_WIDTH, drawCard } from "./draw-card.ts";

/** The cards of a site. */
export interface ShareCards {
  /** Returns the card of a source, or the archive's; undefined where the site's address is unknown: only absolute ones are of use. */
  readonly of: (language: Language, source: string | undefined) => ShareImage | undefined;
  /** SVG by the path of the PNG that is made of it. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** Draws the cards as SVG. Their names change with what they show, because others keep copies by name. */
export function createShareCards(site: Pick<Site, "archive" | "location">): ShareCards {
  const drawings = new Map<string, string>();
  const cards = new Map<string, ShareImage>();
  const { settings, sources } = site.archive;
  for (const language of site.location.origin === undefined ? [] : LANGUAGES) {
    const archive = nameArchive(settings, language);
    const line = getStrings(language)["card.line"];
    const add = (source: string, title: string, below: readonly string[]): void => {
      const svg = drawCard({ title, below });
      const hash = createHash("sha256").update(svg).digest("hex").slice(0, 12);
      const path = `/assets/card-${language}.${hash}.png`;
      drawings.set(path, svg);
      cards.set(`${language} ${source}`, {
        path,
        width: CARD_WIDTH,
        height: CARD_HEIGHT,
        alt: [title, ...below].join(". "),
      });
    };
    add("", archive, [line]);
    for (const { id, title } of sources) add(id, title ?? id, title === archive ? [line] : [archive, line]);
  }
  return {
    of: (language, source) => cards.get(`${language} ${source ?? ""}`) ?? cards.get(`${language} `),
    drawings,
  };
}

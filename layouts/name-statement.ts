// Names the page about accessibility: a statement in the law's sense is what only a public body gives.

import type { PageContext } from "../scripts/site/view.ts";

/** Returns "Tillgänglighetsredogörelse" for a public body, else "Tillgänglighet". */
export function nameStatement({ t, settings }: PageContext): string {
  return t[settings.body?.type === "public" ? "accessibility.statementTitle" : "accessibility.title"];
}

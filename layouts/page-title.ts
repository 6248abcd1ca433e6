// Titles of lists that run over several pages.

import type { PageContext, Paging } from "../scripts/site/view.ts";
import { fill } from "../scripts/strings/fill.ts";

/** Returns the title of one page of a list: `2011`, and from the second page on `2011, page 2 of 3`. */
export function writePageTitle(page: PageContext, title: string, paging: Paging): string {
  if (paging.number === 1) return title;
  return fill(page.t["paging.title"], { title, number: paging.number, total: paging.total });
}

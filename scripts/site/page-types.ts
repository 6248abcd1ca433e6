// Loads the page types of layouts/pages/, for Eleventy and for whoever draws pages.

import { readdirSync } from "node:fs";
import { basename } from "node:path";
import type { PageTemplate } from "./define-page.ts";
import { PROJECT_DIR } from "./options.ts";

const EXTENSION = ".11ty.tsx";

/** Loads all page types, so that drawPage knows them. */
export async function loadPageTypes(): Promise<void> {
  const files = readdirSync(`${PROJECT_DIR}layouts/pages`).filter((name) => name.endsWith(EXTENSION));
  await Promise.all(files.map(loadPageType));
}

/** Returns the template of a page type by its file, `layouts/pages/post.11ty.tsx`. */
export async function loadPageType(file: string): Promise<PageTemplate> {
  const type = basename(file, EXTENSION);
  // Written so that a bundle holds all files of this form: https://esbuild.github.io/api/#glob
  const module = (await import(`../../layouts/pages/${type}.11ty.tsx`)) as { readonly default: PageTemplate };
  return module.default;
}

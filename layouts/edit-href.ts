// Makes the address at which a text of the archive can be edited in a browser, where its repository has such pages.

import type { SiteSettings } from "../scripts/archive/model.ts";

/** The part of the address before branch and file, by host. https://docs.github.com/en/repositories/working-with-files/managing-files/editing-files */
const EDIT_PATHS: Readonly<Record<string, string>> = {
  "github.com": "edit",
  "gitlab.com": "-/edit",
  "codeberg.org": "_edit",
};
/** The repository's own default branch, whatever its name. */
const DEFAULT_BRANCH = "HEAD";

/** Where a text can be edited. */
export interface EditPlace {
  readonly href: string;
  /** As people call the host: `GitHub`. */
  readonly host: string;
}

const HOST_NAMES: Readonly<Record<string, string>> = {
  "github.com": "GitHub",
  "gitlab.com": "GitLab",
  "codeberg.org": "Codeberg",
};

/** Returns where the file of a text, a path below content/, can be edited; undefined where nobody knows how. */
export function editPlace(
  { repository, branch = DEFAULT_BRANCH }: Pick<SiteSettings, "repository" | "branch">,
  file: string,
): EditPlace | undefined {
  if (repository === undefined || !URL.canParse(repository)) return undefined;
  const { hostname, pathname } = new URL(repository);
  const host = hostname.replace(/^www\./, "");
  const edit = Object.hasOwn(EDIT_PATHS, host) ? EDIT_PATHS[host] : undefined;
  const project = pathname.replace(/(?:\.git)?\/*$/, "");
  if (edit === undefined || project.split("/").length < 3) return undefined;
  const path = ["content", ...file.split("/")].map(encodeURIComponent).join("/");
  const href = `https://${host}${project}/${edit}/${branch.split("/").map(encodeURIComponent).join("/")}/${path}`;
  return { href, host: HOST_NAMES[host] ?? host };
}

// Serves a built site to the tests' browser, on a port of its own.

import { type SiteServer, serveFolder } from "../../scripts/site/serve-folder.ts";

export type { SiteServer };

/** Serves a folder on a free port of 127.0.0.1. `basePath` begins and ends with a slash. */
export function serveSite(folder: string, basePath = "/"): Promise<SiteServer> {
  return serveFolder(folder, { basePath });
}

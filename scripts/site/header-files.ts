// Writes the headers of security-policy.ts in the words of those who send them: `_headers` of Netlify and Cloudflare Pages, nginx, Apache.
// https://docs.netlify.com/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SiteLocation } from "./location.ts";
import { SITE_HEADERS } from "./security-policy.ts";
import type { Site } from "./site.ts";

/** Writes `_headers` into the output folder. Hosts that do not know the file serve it like any other. */
export async function writeHeadersFile({ location }: Pick<Site, "location">, outputDir: string): Promise<void> {
  await writeFile(join(outputDir, "_headers"), toHeadersFile(location));
}

/** Returns the text of `_headers`: one rule for all that lies below the base. */
export function toHeadersFile({ basePath = "/" }: SiteLocation): string {
  return `${basePath}*\n${listHeaders((name, value) => `  ${name}: ${value}`)}\n`;
}

/** Returns the directives of nginx (https://nginx.org/en/docs/http/ngx_http_headers_module.html). */
export function toNginxDirectives(): string {
  return listHeaders((name, value) => `add_header ${name} "${value}" always;`);
}

/** Returns the directives of Apache (https://httpd.apache.org/docs/current/mod/mod_headers.html). */
export function toApacheDirectives(): string {
  return listHeaders((name, value) => `Header always set ${name} "${value}"`);
}

function listHeaders(write: (name: string, value: string) => string): string {
  return Object.entries(SITE_HEADERS)
    .map(([name, value]) => write(name, value))
    .join("\n");
}

// The command `build`: makes the site from content/.

import { parseArgs } from "node:util";
import { type Command, UsageError } from "./command.ts";
import { createProgress } from "./progress.ts";
import { type BuildOptions, DEFAULT_OPTIONS } from "./site/options.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Builds the site: reads the archive in content/, and writes a complete static site into _site/.
The old site is replaced only when the new one is complete.

Usage: npm run build -- [options]

  --content DIR      The archive to build. Default: content
  --output DIR       Where the site goes. Default: _site. A folder that holds anything but a site
                     made by this command is refused.
  --url ADDRESS      Where the site will stand, such as https://my-town.github.io/archive/. Gives
                     sitemap, canonical addresses and feeds. Default: "url" in content/site.json
  --base-path /x/    The path that the site will stand below, when only that is known.
  --drafts           Shows drafts, private, pending and future posts too.
  --no-search        Leaves out the search index, which takes most of the time of a large archive.

Without --url and --base-path all links are relative, so the site works wherever you put it.

Examples:
  npm run build
  npm run build -- --content ../my-blog --output ../my-site
  npm run build -- --url https://my-town.github.io/archive/
`;

/** Makes the site. */
export const buildCommand: Command = {
  name: "build",
  summary: "Builds the site into _site/.",
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        content: { type: "string" },
        output: { type: "string" },
        url: { type: "string" },
        "base-path": { type: "string" },
        drafts: { type: "boolean" },
        search: { type: "boolean" },
        "no-search": { type: "boolean" },
      },
    });
    const options: BuildOptions = {
      ...DEFAULT_OPTIONS,
      ...(values.content === undefined ? {} : { contentDir: resolveUserPath(values.content) }),
      ...(values.output === undefined ? {} : { outputDir: resolveUserPath(values.output) }),
      ...(values.url === undefined ? {} : { url: parseUrl(values.url) }),
      ...(values["base-path"] === undefined ? {} : { basePath: parseBasePath(values["base-path"]) }),
      drafts: values.drafts ?? false,
      search: !values["no-search"],
    };
    return runBuild(options);
  },
};

async function runBuild(options: BuildOptions): Promise<number> {
  // Loaded only now: Eleventy takes longer to load than --help or a wrong option takes to answer.
  const { buildSite } = await import("./site/build.ts");
  const progress = createProgress();
  const { site, pageCount, searchPages } = await buildSite(options, progress.stage);
  progress.end();
  for (const { level, file, line, message } of site.problems) {
    process.stderr.write(`${level}: ${file}${line === undefined ? "" : `:${line}`}: ${message}\n`);
  }
  const { posts, pages } = site.catalog;
  const comments = [...posts, ...pages].reduce((sum, entry) => sum + entry.commentCount, 0);
  const lines = [
    `Built ${pageCount} pages from ${posts.length} posts, ${pages.length} pages and ${comments} comments into ${options.outputDir}`,
  ];
  if (searchPages !== undefined) lines.push(`Search finds ${searchPages} posts and pages, and their comments.`);
  if (site.location.origin === undefined) {
    lines.push("The site's own address is not known, so sitemap and canonical addresses are left out: give --url.");
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  return site.problems.some(({ level }) => level === "error") ? 1 : 0;
}

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(`--url takes an address such as https://host/base/, not "${text}".`);
  }
  const url = new URL(text);
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}/`;
}

function parseBasePath(text: string): string {
  if (!/^\/([\w.~%-]+\/?)*$/.test(text)) {
    throw new UsageError(`--base-path takes a path such as /archive/, not "${text}".`);
  }
  return `${text.replace(/\/+$/, "")}/`;
}

// The command `build`: makes the site from content/.

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Command, UsageError } from "./command.ts";
import { keepMemorySmall } from "./keep-memory-small.ts";
import { print, printError } from "./print.ts";
import { createProgress } from "./progress.ts";
import { type BuildOptions, DEFAULT_OPTIONS } from "./site/options.ts";
import { speak } from "./strings/messages/index.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Builds the site: reads the archive in content/, and writes a complete static site into _site/.
The old site is replaced only when the new one is complete.

Usage: npm run build -- [options]

  --content DIR      The archive to build. Default: content
  --output DIR       Where the site goes. Default: _site. A folder that holds anything but a site
                     made by this command is refused.
  --url ADDRESS      Where the site will stand, such as https://my-town.github.io/archive/. Gives
                     sitemap and canonical addresses. Default: "url" in content/site.json
  --base-path /x/    The path that the site will stand below, when only that is known. With --url it
                     replaces the path of that address.
  --drafts           Shows drafts, private, pending and future posts too. Such a site is for your eyes:
                     it asks search engines to stay away.
  --avif             Offers images in AVIF too: smaller than WebP, but each takes seconds to make.
  --lean             Leaves out what is told about the conversations: people, sources, months, figures,
                     data files, old addresses, and all feeds but one. For sites near a host's limits.
  --no-cache         Draws every page anew. Otherwise those of a large archive that would come out as
                     they are in the old site are taken over from it.
  --no-search        Leaves out the search index, which takes most of the time of a large archive.

Without --url and --base-path all links are relative, so the site works wherever you put it.

A file of the archive that is broken is named, and left out or shown as far as it can be read; the
site is built all the same, and the exit code is 1. npm run check tells more. Exit code 2 means a
wrong option.

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
        avif: { type: "boolean" },
        lean: { type: "boolean" },
        cache: { type: "boolean" },
        "no-cache": { type: "boolean" },
        search: { type: "boolean" },
        "no-search": { type: "boolean" },
      },
    });
    const options: BuildOptions = {
      ...DEFAULT_OPTIONS,
      ...(values.content === undefined ? {} : { contentDir: requireFolder(values.content) }),
      ...(values.output === undefined ? {} : { outputDir: resolveUserPath(values.output) }),
      ...(values.url === undefined ? {} : { url: parseUrl(values.url) }),
      ...(values["base-path"] === undefined ? {} : { basePath: parseBasePath(values["base-path"]) }),
      drafts: values.drafts ?? false,
      search: !values["no-search"],
      avif: values.avif ?? false,
      isLean: values.lean ?? false,
      isCold: values["no-cache"] ?? false,
    };
    return runBuild(options);
  },
};

async function runBuild(options: BuildOptions): Promise<number> {
  keepMemorySmall("build");
  // Loaded only now: Eleventy takes longer to load than --help or a wrong option takes to answer.
  const { buildSite } = await import("./site/build.ts");
  const { describeSize } = await import("./site/site-size.ts");
  const progress = createProgress();
  const { site, pageCount, searchPages, size } = await buildSite(options, progress.stage);
  progress.end();
  const { tell } = speak("en");
  for (const { level, file, line, message } of site.problems) {
    printError(`${level}: ${file}${line === undefined ? "" : `:${line}`}: ${tell(message)}`);
  }
  const { posts, pages } = site.catalog;
  const comments = [...posts, ...pages].flatMap(({ post }) => post.thread).filter(({ status }) => status === undefined);
  const read = [count(posts.length, "post"), count(pages.length, "page"), count(comments.length, "comment")];
  const lines = [`Made ${count(pageCount, "web page")} of ${read.join(", ")}, in ${options.outputDir}`];
  if (searchPages !== undefined)
    lines.push(`Search finds ${count(searchPages, "text")}, with the comments below them.`);
  lines.push(...describeSize(size));
  if (site.location.origin === undefined) {
    lines.push("The site's own address is not known, so sitemap and canonical addresses are left out: give --url.");
  }
  print(...lines);
  return site.problems.some(({ level }) => level === "error") ? 1 : 0;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** Refuses a folder that was named and is not there: a slip of the pen would otherwise replace the site by an empty one. */
function requireFolder(path: string): string {
  const folder = resolveUserPath(path);
  if (!existsSync(folder))
    throw new UsageError(`There is no folder ${folder}. Name the archive's folder with --content.`);
  return folder;
}

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(`--url takes an address such as https://host/base/, not "${text}".`);
  }
  const url = new URL(text);
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}/`;
}

function parseBasePath(text: string): string {
  if (!/^\/(?:[\w.~%-]+\/)*[\w.~%-]*$/.test(text)) {
    throw new UsageError(`--base-path takes a path such as /archive/, not "${text}".`);
  }
  return `${text.replace(/\/+$/, "")}/`;
}

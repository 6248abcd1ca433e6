// The command `serve`: shows a site that is built already, such as the preview of a pull request.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Command, UsageError } from "./command.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { serveFolder } from "./site/serve-folder.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Shows a site that is built already, as a web server would, on this machine only, and prints its
address. It builds nothing and runs nothing of the site but in your browser. Stop it with Ctrl+C.

Usage: npm run serve -- [FOLDER] [options]

  FOLDER          The folder of the site, with its index.html. Default: _site
  --port NUMBER   The port to serve on; the next free one when it is taken. Default: 8080

Examples:
  npm run serve
  npm run serve -- ~/Downloads/preview/site
`;

/** Serves a built site until it is stopped. */
export const serveCommand: Command = {
  name: "serve",
  summary: "Shows a site that is built already, on this machine.",
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { port: { type: "string", default: "8080" } },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_000) {
      throw new UsageError(`--port takes a number from 1 to 65000, not "${values.port}".`);
    }
    if (positionals.length > 1) throw new UsageError("Name one folder.");
    const folder = positionals[0] === undefined ? DEFAULT_OPTIONS.outputDir : resolveUserPath(positionals[0]);
    if (!existsSync(join(folder, "index.html"))) {
      throw new UsageError(
        `There is no index.html in ${folder}. Name the folder of a built site, or run npm run build.`,
      );
    }
    const { root } = await serveFolder(folder, { port });
    process.stdout.write(`The site is at ${root}\nStop with Ctrl+C.\n`);
    return new Promise<number>(() => {
      // Runs until the person stops it.
    });
  },
};

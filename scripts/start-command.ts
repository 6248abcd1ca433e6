// The command `start`: builds the site, serves it on this machine, and shows every saved change at once.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Command, UsageError } from "./command.ts";
import { DEFAULT_OPTIONS, PROJECT_DIR } from "./site/options.ts";
import { runRestartingServer, SERVER_MARK } from "./site/restarting-server.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Builds the site, serves it on this machine only, and prints its address. Saved changes of texts,
layouts, styles and interface texts show in the browser at once; lists and search follow an edited
text a little later when there are thousands. Stop it with Ctrl+C.

Usage: npm start -- [options]

  --content DIR   The archive to show. Default: content
  --port NUMBER   The port to serve on; the next free one when it is taken. Default: 8080
  --drafts        Shows drafts, private, pending and future posts too.
  --no-search     Leaves out search, which is otherwise indexed again after each change.

Example:
  npm start -- --content ../my-blog --port 9000
`;

/** Serves the site with live reload until it is stopped. */
export const startCommand: Command = {
  name: "start",
  summary: "Builds and serves the site on this machine, with live reload.",
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        content: { type: "string" },
        port: { type: "string", default: "8080" },
        drafts: { type: "boolean", default: false },
        "no-search": { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new UsageError(`--port takes a number from 1 to 65535, not "${values.port}".`);
    }
    if (process.env[SERVER_MARK] === undefined) {
      return runRestartingServer(args);
    }
    // Not _site/: pages made for development lack the Content-Security-Policy and must not be published by mistake.
    const outputDir = join(PROJECT_DIR, ".cache", "start");
    await rm(outputDir, { recursive: true, force: true });
    await mkdir(outputDir, { recursive: true });
    const { serveSite } = await import("./site/serve.ts");
    await serveSite(
      {
        ...DEFAULT_OPTIONS,
        ...(values.content === undefined ? {} : { contentDir: resolveUserPath(values.content) }),
        outputDir,
        drafts: values.drafts,
        search: !values["no-search"],
        basePath: "/",
        isDevelopment: true,
      },
      port,
    );
    process.stdout.write("Saved changes show at once. Stop with Ctrl+C.\n");
    return new Promise<number>(() => {
      // Runs until the person stops it.
    });
  },
};

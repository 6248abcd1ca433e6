// The command `start`: builds the site, serves it on this machine, and shows every saved change at once.

import { parseArgs } from "node:util";
import { type Command, UsageError } from "./command.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { runRestartingServer, SERVER_MARK } from "./site/serving/restarting-server.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Serves the site on this machine only, and prints its address. Saved changes of texts and comments
show in the browser at once, styles too; lists, data and search follow in the background, as do the
pages after a change of another kind. With thousands of posts the terminal tells when they have.
A change of a layout or an interface text starts the server again by itself. Stop it with Ctrl+C.

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
    const { serveSite } = await import("./site/serving/serve.ts");
    await serveSite(
      {
        ...DEFAULT_OPTIONS,
        ...(values.content === undefined ? {} : { contentDir: resolveUserPath(values.content) }),
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

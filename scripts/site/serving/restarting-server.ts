// Runs the development server in a process of its own and starts it anew when code changes: Node keeps modules that it
// has loaded, so a component, a text of the interface or a script would otherwise stay as it was.

import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, watch } from "node:fs";
import { join, relative, sep } from "node:path";
import { PROJECT_DIR } from "../options.ts";

/** Set in the environment of the process that serves. */
export const SERVER_MARK = "ORDSKIFTE_SERVER";

/** An editor saves a file in several steps; they count as one change. In milliseconds. */
const SETTLE_TIME = 150;

/** Serves with these arguments of `start` until this process is stopped. Never returns by itself. */
export async function runRestartingServer(args: readonly string[]): Promise<never> {
  let server = startServer(args);
  let timer: NodeJS.Timeout | undefined;
  // One after the other: a second server would take another port and never end.
  let restarting = Promise.resolve();
  const onChange = (file: string): void => {
    if (!isLoadedCode(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      process.stdout.write(`${file} changed: starting again …\n`);
      restarting = restarting
        .then(() => stopServer(server))
        .then(() => {
          server = startServer(args);
        });
    }, SETTLE_TIME);
  };
  for (const folder of listCodeFolders()) {
    watch(join(PROJECT_DIR, folder), (_, name) => {
      if (name !== null) onChange(`${folder}/${name}`);
    });
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void stopServer(server).then(() => process.exit(0));
    });
  }
  return new Promise<never>(() => {});
}

/** Returns the folders of code. Each is watched by itself: a recursive watch loses a file that an editor replaces. */
function listCodeFolders(): readonly string[] {
  return ["layouts", "scripts"].flatMap((root) => [
    root,
    ...readdirSync(join(PROJECT_DIR, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(PROJECT_DIR, join(entry.parentPath, entry.name)).split(sep).join("/")),
  ]);
}

/** Tells whether a file is code that the server has loaded. Styles and client scripts are bundled anew by every build. */
function isLoadedCode(file: string): boolean {
  return /\.tsx?$/.test(file) && !file.startsWith("layouts/assets/");
}

function startServer(args: readonly string[]): ChildProcess {
  const server = spawn(process.execPath, [join(PROJECT_DIR, "scripts", "ordskifte.js"), "start", ...args], {
    stdio: "inherit",
    env: { ...process.env, [SERVER_MARK]: "1" },
  });
  server.once("exit", (code) => {
    // Wrong use cannot be mended by saving a file; anything else can.
    if (code === 2) process.exit(2);
    if (code !== null && code !== 0)
      process.stderr.write(
        "The server stopped. It starts again when code is saved; or press Ctrl+C and run npm start again.\n",
      );
  });
  return server;
}

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else {
      server.once("exit", () => resolve());
      server.kill("SIGTERM");
    }
  });
}

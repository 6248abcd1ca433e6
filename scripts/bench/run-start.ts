// Runs `npm start` on an archive and tells when its pages show something, as a browser would find out.

import { type ChildProcess, spawn } from "node:child_process";
import { request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PROJECT_DIR } from "../project-dir.ts";

const COMMAND = join(PROJECT_DIR, "scripts", "ordskifte.js");
const PATIENCE = 600_000;
/** Between two questions, in milliseconds. */
const PAUSE = 5;

/** A server under way. Times are in milliseconds. */
export interface StartedSite {
  readonly port: number;
  /** Waits until the terminal says so, from the beginning or from a number of characters on. Returns the time of it since the start. */
  readonly said: (words: string, from?: number) => Promise<number>;
  /** All that the terminal has said. */
  readonly output: () => string;
  /** Waits until a page meets a condition. Returns the time that it took. */
  readonly shown: (path: string, isThere: (page: string, status: number) => boolean) => Promise<number>;
  readonly read: (path: string) => Promise<{ readonly status: number; readonly page: string }>;
  /** Times at which an open page was told to load anew, since the start. */
  readonly reloads: readonly number[];
  readonly now: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts serving an archive. */
export async function runStart(contentDir: string, options: readonly string[] = []): Promise<StartedSite> {
  const port = await findPort();
  const started = performance.now();
  const now = (): number => performance.now() - started;
  const child = spawn(process.execPath, [COMMAND, "start", "--content", contentDir, "--port", `${port}`, ...options], {
    cwd: PROJECT_DIR,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const until = async (isThere: () => boolean | Promise<boolean>): Promise<number> => {
    const asked = now();
    while (!(await isThere())) {
      if (child.exitCode !== null || now() - asked > PATIENCE) throw new Error(`npm start did not do it:\n${output}`);
      await wait(PAUSE);
    }
    return now();
  };
  const read = (path: string): Promise<{ readonly status: number; readonly page: string }> => readPage(port, path);
  const reloads: number[] = [];
  void until(async () => (await read("/")).status !== 0).then(() => listen(port, () => reloads.push(now())));
  return {
    port,
    said: (words, from = 0) => until(() => output.includes(words, from)),
    output: () => output,
    shown: async (path, isThere) => {
      const asked = now();
      return (
        (await until(async () => {
          const { status, page } = await read(path);
          return isThere(page, status);
        })) - asked
      );
    },
    read,
    reloads,
    now,
    stop: () => stop(child),
  };
}

/** Asks for a page; status 0 while nothing answers. */
function readPage(port: number, path: string): Promise<{ readonly status: number; readonly page: string }> {
  return new Promise((resolve) => {
    const asking = request({ port, path, host: "localhost", agent: false }, (response) => {
      let page = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        page += text;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, page }));
    });
    asking.on("error", () => resolve({ status: 0, page: "" }));
    asking.end();
  });
}

/** Listens as an open page does: https://www.rfc-editor.org/rfc/rfc6455. Frames of a server are not masked. */
function listen(port: number, onReload: () => void): void {
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": Buffer.from("sixteen bytes ok").toString("base64"),
  };
  const asking = request({ port, path: "/", host: "localhost", headers });
  asking.on("upgrade", (_, socket) => {
    socket.on("data", (data: Buffer) => {
      if (data.includes('"eleventy.reload"')) onReload();
    });
    socket.on("error", () => {});
  });
  asking.on("error", () => {});
  asking.end();
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  await new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

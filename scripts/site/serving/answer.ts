// What answers before files are sent: nobody but this machine, posts as they are now, and a page to wait at for what is not drawn yet.

import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import { getStrings, LANGUAGES } from "../../strings/index.ts";
import { isForThisMachine } from "../serve-folder.ts";
import type { LiveEdits } from "./live-edits.ts";

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** A step of Eleventy's server. */
export type Answer = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Keeps the rest of the network out, WebSockets among it: the server itself would answer everybody. */
export function refuseOthers(socket: Pick<Socket, "remoteAddress" | "destroy">): void {
  if (!LOOPBACK.test(socket.remoteAddress ?? "")) socket.destroy();
}

/** Returns the step that comes before files are sent. */
export function createAnswer(outputDir: string, edits: Pick<LiveEdits, "freshen" | "isComplete">): Answer {
  return (request, response, next) => {
    // Another page of the web may have led the browser here by a name of its own.
    if (!isForThisMachine(request)) {
      response.writeHead(403).end();
      return;
    }
    const path = readPath(request.url ?? "/");
    if (path === undefined) {
      // The server would throw, and end: any page of the web may ask for such an address.
      response.writeHead(400).end();
      return;
    }
    edits.freshen(path);
    if (!edits.isComplete() && path.endsWith("/") && !existsSync(join(outputDir, path, "index.html"))) {
      // The server then puts its reloading script into the page, as into a page of ours for a missing address.
      Object.assign(response, { isCustomErrorPage: true });
      response.statusCode = 503;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(writeWaitingPage());
    } else next();
  };
}

/** Returns the decoded path; undefined for one that is none, or that leads out of the site. */
function readPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return /(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Returns what is shown in the place of a page that is being drawn. It loads anew when there is something to see. */
function writeWaitingPage(): string {
  const parts = LANGUAGES.map((language) => {
    const t = getStrings(language);
    return `<section lang="${language}"><h1>${t["waiting.title"]}</h1><p>${t["waiting.text"]}</p></section>`;
  });
  const title = LANGUAGES.map((language) => getStrings(language)["waiting.title"]).join(" · ");
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n${parts.join("\n")}\n</body>\n</html>\n`;
}

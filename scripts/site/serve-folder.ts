// Serves a built site as it is, the way GitHub Pages does: under a base path, with 404.html, without listings, on this machine only.

import { readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** A running server. */
export interface SiteServer {
  /** `http://127.0.0.1:4711`, without a slash. */
  readonly origin: string;
  /** Address of the site's root, with a slash: `http://127.0.0.1:4711/repo/`. */
  readonly root: string;
  /** Bytes sent so far, as transferred, without headers. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ndjson": "application/x-ndjson; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".atom": "application/atom+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** What GitHub Pages compresses; the search index is compressed already and comes as octet streams. */
const COMPRESSED = /^(text\/|application\/(json|xml|atom|wasm|manifest|x-ndjson)|image\/svg)/;

/** Where and how a folder is served. */
export interface FolderServerOptions {
  /** Begins and ends with a slash. Default: `/` */
  readonly basePath?: string;
  /** The next free port is taken where it is in use. Default: any that is free */
  readonly port?: number;
}

const MAX_TRIES = 20;

/** Serves a folder on 127.0.0.1. Nothing outside of it is served, not through links either. */
export async function serveFolder(
  path: string,
  { basePath = "/", port = 0 }: FolderServerOptions = {},
): Promise<SiteServer> {
  const folder = realpathSync(path);
  let sent = 0;
  const server = createServer((request, response) => {
    if (!isForThisMachine(request)) {
      response.writeHead(403).end();
      return;
    }
    const target = /^[^?#]*/.exec(request.url ?? "/")?.[0] ?? "";
    const found = findFile(folder, basePath, decodePath(target));
    if (found.redirect !== undefined) {
      const query = /\?[^#]*/.exec(request.url ?? "")?.[0] ?? "";
      response.writeHead(301, { location: `${found.redirect}${query}` }).end();
      return;
    }
    const type = TYPES[extname(found.file ?? ".html")] ?? "application/octet-stream";
    const content = found.file === undefined ? Buffer.from("Not found") : readFileSync(found.file);
    const isZipped = COMPRESSED.test(type) && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    const body = isZipped ? gzipSync(content) : content;
    sent += body.length;
    response.writeHead(found.status, {
      "content-type": type,
      "content-length": body.length,
      "cache-control": "max-age=600",
      ...(isZipped ? { "content-encoding": "gzip" } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await listen(server, port);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    root: `${origin}${basePath}`,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port === 0 ? 0 : port + tried, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || tried === MAX_TRIES) throw error;
    }
  }
}

interface Found {
  readonly status: number;
  readonly file?: string;
  readonly redirect?: string;
}

function findFile(folder: string, basePath: string, path: string | undefined): Found {
  // Steps upwards are for browsers to take. What still holds some, or a NUL, is meant to lead out.
  if (path === undefined || !path.startsWith(basePath) || /(^|[/\\])\.\.([/\\]|$)|\0/.test(path))
    return notFound(folder, basePath, path);
  const place = join(folder, path.slice(basePath.length));
  // GitHub Pages takes index.xml too, so that a feed can stand at /feed/ (https://github.com/jekyll/jekyll/issues/2040).
  const names = path.endsWith("/") ? [join(place, "index.html"), join(place, "index.xml")] : [place, `${place}.html`];
  const file = names.map((name) => locateFile(folder, name)).find((found) => found !== undefined);
  if (file !== undefined) return { status: 200, file };
  const isFolder = ["index.html", "index.xml"].some((name) => locateFile(folder, join(place, name)) !== undefined);
  // An address that began with two slashes would name another host.
  return isFolder && !path.endsWith("/")
    ? { status: 301, redirect: `${encodeURI(path).replace(/^\/+/, "/")}/` }
    : notFound(folder, basePath, path);
}

function notFound(folder: string, basePath: string, path: string | undefined): Found {
  // Outside the base path lies another site, which has a 404 page of its own.
  const file = path?.startsWith(basePath) ? locateFile(folder, join(folder, "404.html")) : undefined;
  return { status: 404, ...(file !== undefined && { file }) };
}

/** Returns where a file truly lies; undefined for what is none, or lies elsewhere: a link that somebody sent may lead anywhere. */
function locateFile(folder: string, path: string): string | undefined {
  try {
    const file = realpathSync(path);
    return file.startsWith(folder + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether a request names this machine: a page elsewhere may let its own name lead to this machine, to read what is served here; a browser then tells that name. */
export function isForThisMachine({ headers: { host } }: IncomingMessage): boolean {
  return host === undefined || /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

// Serves a built site as it is, the way GitHub Pages does: under a base path, with 404.html, without listings, on this machine only.

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
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
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const found = findFile(folder, basePath, decodePath(url.pathname));
    if (found.redirect !== undefined) {
      response.writeHead(301, { location: `${found.redirect}${url.search}` }).end();
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
  if (path === undefined || !path.startsWith(basePath)) return notFound(folder, basePath, path);
  const file = join(folder, normalize(path.slice(basePath.length)));
  if (!file.startsWith(folder)) return notFound(folder, basePath, path);
  if (!existsSync(file)) {
    const page = `${file}.html`;
    return !path.endsWith("/") && existsSync(page) ? { status: 200, file: page } : notFound(folder, basePath, path);
  }
  // A link in a folder that somebody sent may lead anywhere.
  if (!`${realpathSync(file)}/`.startsWith(`${folder}/`)) return notFound(folder, basePath, path);
  if (!statSync(file).isDirectory()) return { status: 200, file };
  // GitHub Pages takes index.xml too, so that a feed can stand at /feed/ (https://github.com/jekyll/jekyll/issues/2040).
  const index = ["index.html", "index.xml"].map((name) => join(file, name)).find((name) => existsSync(name));
  if (index === undefined) return notFound(folder, basePath, path);
  return path.endsWith("/") ? { status: 200, file: index } : { status: 301, redirect: `${encodeURI(path)}/` };
}

function notFound(folder: string, basePath: string, path: string | undefined): Found {
  const page = join(folder, "404.html");
  // Outside the base path lies another site, which has a 404 page of its own.
  return path?.startsWith(basePath) && existsSync(page) ? { status: 404, file: page } : { status: 404 };
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

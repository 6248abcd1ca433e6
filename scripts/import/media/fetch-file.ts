// Fetches one file from the web, once: only from hosts that are allowed, never from a private network, and not more than a
// given number of bytes.

import { lookup as lookUp } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** What came of asking for a file. */
export type FetchOutcome =
  | { readonly kind: "file"; readonly bytes: Buffer }
  | { readonly kind: "gone" | "refused" | "too-large" | "foreign-host"; readonly note: string }
  /** May go better later; `wait` is what the server asked for, in milliseconds. */
  | { readonly kind: "failed"; readonly note: string; readonly wait?: number };

/** How files are fetched. */
export interface FetchSettings {
  /** Tells whether files may come from an address, also after a redirect. */
  readonly isAllowed: (url: URL) => boolean;
  /** Bytes. */
  readonly maxSize: number;
  /** Milliseconds without any progress. */
  readonly idleTimeout: number;
  /** Milliseconds for a whole file. */
  readonly fileTimeout: number;
  /** Who asks; sent as User-Agent. */
  readonly userAgent: string;
  /** Tells whether an IP address may be asked. Default: those of the public internet */
  readonly isAllowedIp?: (ip: string) => boolean;
  /** Finds the IP addresses of a host. Default: the system's */
  readonly lookup?: LookupAll;
}

/** Finds all IP addresses of a host. */
export type LookupAll = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const MAX_REDIRECTS = 5;
// A server that asks for more patience gets it in another run.
const MAX_WAIT = 120_000;

/** Fetches a file. Never throws. */
export async function fetchFile(address: string, settings: FetchSettings): Promise<FetchOutcome> {
  const deadline = AbortSignal.timeout(settings.fileTimeout);
  let url = new URL(address);
  for (let count = 0; count <= MAX_REDIRECTS; count += 1) {
    const obstacle = findObstacle(url, settings);
    if (obstacle !== undefined)
      return { kind: "foreign-host", note: count === 0 ? obstacle : `redirects: ${obstacle}` };
    const answer = await ask(url, settings, deadline);
    if (!("redirect" in answer)) return answer;
    if (!URL.canParse(answer.redirect, url)) return { kind: "refused", note: "redirects to no address" };
    url = new URL(answer.redirect, url);
  }
  return { kind: "refused", note: `more than ${MAX_REDIRECTS} redirects` };
}

function findObstacle(url: URL, { isAllowed, isAllowedIp = isPublicAddress }: FetchSettings): string | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:") return `${url.protocol} is not fetched`;
  if (url.username !== "" || url.password !== "") return "the address holds a password";
  const ip = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(ip) !== 0 && !isAllowedIp(ip)) return `${url.hostname} is an address of a private network`;
  return isAllowed(url) ? undefined : `${url.host} is no host of this blog`;
}

type Answer = FetchOutcome | { readonly redirect: string };

async function ask(url: URL, settings: FetchSettings, deadline: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = send(url, {
      headers: { "user-agent": settings.userAgent, accept: "image/*,*/*;q=0.5", "accept-encoding": "identity" },
      lookup: createLookup(settings),
      timeout: settings.idleTimeout,
      signal: deadline,
      agent: false,
    });
    const end = (answer: Answer): void => {
      resolve(answer);
      request.destroy();
    };
    request.on("timeout", () => end({ kind: "failed", note: "the server did not answer in time" }));
    request.on("error", (error) => end(describeError(error)));
    request.on("response", (response) => {
      readAnswer(response, settings.maxSize).then(end, (error: unknown) => end(describeError(error)));
    });
    request.end();
  });
}

async function readAnswer(response: IncomingMessage, maxSize: number): Promise<Answer> {
  const { statusCode = 0, headers } = response;
  if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
    return { redirect: headers.location };
  }
  const note = `HTTP ${statusCode}`;
  if (statusCode === 404 || statusCode === 410) return { kind: "gone", note };
  if (statusCode === 429 || statusCode === 408 || statusCode >= 500) {
    const wait = readRetryAfter(headers["retry-after"]);
    return { kind: "failed", note, ...(wait !== undefined && { wait }) };
  }
  if (statusCode !== 200) return { kind: "refused", note };
  const said = Number(headers["content-length"] ?? 0);
  if (said > maxSize) return { kind: "too-large", note: `${said} bytes` };
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    size += (part as Buffer).length;
    if (size > maxSize) return { kind: "too-large", note: `more than ${maxSize} bytes` };
    parts.push(part as Buffer);
  }
  return said > size ? { kind: "failed", note: "the file was cut off" } : { kind: "file", bytes: Buffer.concat(parts) };
}

// The address that was checked is the one that is asked: a name could lead elsewhere the next time.
function createLookup({ isAllowedIp = isPublicAddress, lookup = lookUpAll }: FetchSettings): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname).then(
      (found) => {
        const allowed = found.filter(({ address }) => isAllowedIp(address));
        const [first] = allowed;
        if (first === undefined) callback(new PrivateAddressError(`${hostname} is a host of a private network`), "", 0);
        else if (options.all === true) callback(null, [...allowed]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}

class PrivateAddressError extends Error {
  readonly code = "private-address";
}

async function lookUpAll(hostname: string): ReturnType<LookupAll> {
  return new Promise((resolve, reject) => {
    lookUp(hostname, { all: true }, (error, found) => (error === null ? resolve(found) : reject(error)));
  });
}

function describeError(error: unknown): FetchOutcome {
  if (error instanceof PrivateAddressError) return { kind: "foreign-host", note: error.message };
  const { code, name, message } = error as NodeJS.ErrnoException;
  // A host that is no more is as gone as a file.
  if (code === "ENOTFOUND") return { kind: "failed", note: "there is no such host" };
  if (name === "AbortError" || name === "TimeoutError") return { kind: "failed", note: "the file took too long" };
  return { kind: "failed", note: code ?? message };
}

function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1000, 0), MAX_WAIT) : undefined;
}

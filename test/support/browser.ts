// A browser for tests: opens pages, and fails a test whose pages complained or asked another host for something.

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/** A browser window with a clean profile, and what its pages did wrong. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and warnings, uncaught exceptions, failed and foreign requests, as sentences. */
  readonly complaints: readonly string[];
}

let launching: Promise<Browser> | undefined;

/** Returns the test file's browser, started at the first call. */
export function openBrowser(): Promise<Browser> {
  launching ??= launchBrowser();
  return launching;
}

/** Closes the test file's browser; to be called in `after`. */
export async function closeBrowser(): Promise<void> {
  const browser = await launching?.catch(() => undefined);
  launching = undefined;
  await browser?.close();
}

/** Starts a Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

/**
 * Opens a window, hands its page to `act`, and closes it.
 *
 * @param origin Where every request must go: `http://127.0.0.1:4711`.
 * @throws Error with all complaints, when the pages had any that `isExpected` does not know.
 */
export async function visit<Result>(
  origin: string,
  act: (visit: Visit) => Promise<Result>,
  options: BrowserContextOptions & { readonly isExpected?: (complaint: string) => boolean } = {},
): Promise<Result> {
  const { isExpected = () => false, ...contextOptions } = options;
  const browser = await openBrowser();
  const context = await browser.newContext({ locale: "en-GB", ...contextOptions });
  const complaints: string[] = [];
  listen(context, origin, complaints);
  try {
    const page = await context.newPage();
    const result = await act({ page, context, complaints });
    const unexpected = complaints.filter((complaint) => !isExpected(complaint));
    if (unexpected.length > 0) throw new Error(`The pages had complaints:\n  ${unexpected.join("\n  ")}`);
    return result;
  } finally {
    await context.close();
  }
}

function listen(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url) || url.startsWith(`${origin}/`)) return;
    complaints.push(`foreign request: ${url}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // The reader went to another page before this one was complete.
    if (why === "net::ERR_ABORTED") return;
    complaints.push(`failed request: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    if (response.status() < 400 || response.request().isNavigationRequest()) return;
    complaints.push(`answer ${response.status()}: ${response.url()}`);
  });
}

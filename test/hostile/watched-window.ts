// A browser window without any Content-Security-Policy that notes whatever runs, loads from elsewhere, or goes elsewhere.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import type { Page as BuiltPage } from "../support/site.ts";

/** A window, and what happened in it that must not. */
export interface WatchedWindow {
  readonly page: Page;
  /** As sentences; empty when nothing ran. */
  readonly incidents: readonly string[];
  readonly close: () => Promise<void>;
}

/** Pages are looked at together up to this size. */
const BUNDLE_BYTES = 1 << 21;

/** Our own scripts, which are looked at on pages of their own. */
const OWN_SCRIPT = /<script type="module" src="[^"]*"><\/script>/g;

// As text: the loader of TypeScript would put calls into a function that browsers do not know.
const NOTE_DIALOGS = `for (const name of ["alert", "confirm", "prompt", "print", "open"])
  Object.defineProperty(globalThis, name, { value: () => noteIncident(name + "() ran"), writable: false });`;

/** Elements and attributes that no page of ours has. */
const ACTIVE =
  "script:not([type='application/ld+json']):not([src]), iframe, frame, object, embed, applet, portal, style, base, template, " +
  "math, marquee, link[rel=import], video, audio, [style], [srcdoc], [autofocus], [contenteditable], [ping], [formaction], [is], [slot]";

const FIND_ACTIVE = `(() => {
  const found = [...document.querySelectorAll(${JSON.stringify(ACTIVE)})].map((element) => element.outerHTML.slice(0, 200));
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(element.tagName + " has " + name);
      const isAddress = /^(?:href|src|action|data|xlink:href|poster|background|cite|srcset)$/.test(name);
      // As browsers read it: they pass over blanks and controls.
      const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value.replace(/[\\x00-\\x20]/g, ""))?.[1].toLowerCase();
      if (isAddress && scheme !== undefined && !["http", "https", "ftp", "tel", "mailto"].includes(scheme))
        found.push(element.tagName + " has " + name + "=" + value);
    }
    // A name would be a property of the document, or of a form.
    const named = element.getAttribute("name");
    if (named !== null && !["META", "INPUT"].includes(element.tagName)) found.push(element.tagName + " is named " + named);
  }
  for (const mark of document.querySelectorAll("[data-end]"))
    if (mark.parentElement !== document.body) found.push("the end of page " + mark.dataset.end + " is not at the top");
  return found;
})()`;

/** Opens a window. @param origin where requests may go */
export async function openWatchedWindow(origin: string): Promise<WatchedWindow> {
  const browser = await openBrowser();
  const context = await browser.newContext({ bypassCSP: true, locale: "en-GB", acceptDownloads: false });
  const incidents: string[] = [];
  await context.exposeBinding("noteIncident", (_, what: string) => void incidents.push(what));
  await context.addInitScript(NOTE_DIALOGS);
  watch(context, origin, incidents);
  return { page: await context.newPage(), incidents, close: () => context.close() };
}

function watch(context: BrowserContext, origin: string, incidents: string[]): void {
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`)) incidents.push(`request: ${url}`);
  });
  context.on("dialog", (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("weberror", (error) => void incidents.push(`uncaught: ${error.error()}`));
  context.on("page", (page) => {
    page.on("popup", (popup) => void incidents.push(`window: ${popup.url()}`));
    page.on("download", (download) => void incidents.push(`download: ${download.url()}`));
    page.on("framenavigated", (frame) => {
      if (frame.parentFrame() !== null) incidents.push(`frame: ${frame.url()}`);
      else if (!frame.url().startsWith(origin) && frame.url() !== "about:blank")
        incidents.push(`went to ${frame.url()}`);
    });
  });
}

/**
 * Writes pages, one below the other, into few files of a folder, so that a browser's own parser reads each in
 * little time. Returns the names of the files, and which pages each holds. Behind each page stands a mark: a page that is
 * not closed, or that swallows what follows, moves it.
 */
export function bundlePages(
  pages: readonly BuiltPage[],
  folder: string,
): readonly { readonly name: string; readonly files: readonly string[] }[] {
  const bundles: { readonly name: string; readonly files: string[]; html: string }[] = [];
  for (const { file, html } of pages) {
    const last = bundles.at(-1);
    const bundle =
      last !== undefined && last.html.length < BUNDLE_BYTES
        ? last
        : {
            name: `bundle-${bundles.length}.html`,
            files: [],
            html: '<!doctype html><meta charset="utf-8"><title>x</title><body>\n',
          };
    if (bundle !== last) bundles.push(bundle);
    bundle.html += `${html.replace(OWN_SCRIPT, "")}<i data-end="${bundle.files.length}"></i>\n`;
    bundle.files.push(file);
  }
  for (const { name, html } of bundles) writeFileSync(join(folder, name), html);
  return bundles;
}

/** Looks, in the browser, at the tree that it made of a page, and returns what in it is active or out of place. */
export function findActive(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(FIND_ACTIVE);
}

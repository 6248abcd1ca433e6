// Finds what no page of the site may have, whatever it shows. Each fault is a sentence that names the page.

import { type Element, has, query, queryAll, textOf } from "./dom.ts";
import type { BuiltSite, Page } from "./site.ts";

/** Ways in which an element loads something without being asked. */
const LOADING: readonly (readonly [selector: string, attribute: string])[] = [
  ["img", "src"],
  ["img", "srcset"],
  ["source", "src"],
  ["source", "srcset"],
  ["script", "src"],
  ["iframe", "src"],
  ["embed", "src"],
  ["object", "data"],
  ["audio", "src"],
  ["video", "src"],
  ["video", "poster"],
  ["track", "src"],
  ["input", "src"],
  ["use", "href"],
  ["image", "href"],
];

/** Values of `rel` with which a link loads something or opens a connection. */
const LOADING_RELATIONS =
  /\b(stylesheet|icon|apple-touch-icon|preload|prefetch|modulepreload|manifest|preconnect|dns-prefetch|prerender)\b/;

const LANGUAGE_CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Returns all faults of all pages. */
export function findFaults(site: BuiltSite): readonly string[] {
  return site.pages().flatMap((page) => findPageFaults(page).map((fault) => `${page.file}: ${fault}`));
}

/** Returns the faults of one page, without its name. */
export function findPageFaults(page: Page): readonly string[] {
  return [
    ...findDocumentFaults(page),
    ...findIdFaults(page),
    ...findLoadingFaults(page),
    ...findActiveFaults(page),
    ...findImageFaults(page),
  ];
}

/** Tells whether a page does nothing but lead elsewhere. */
export function isRedirect(page: Page): boolean {
  const { document } = page;
  return query(document, "meta[http-equiv=refresh]") !== undefined || has(document, "body.page-old-choice");
}

function findDocumentFaults(page: Page): readonly string[] {
  const { document, html } = page;
  const faults: string[] = [];
  const expect = (isFine: boolean, fault: string): void => {
    if (!isFine) faults.push(fault);
  };
  const count = (selector: string): number => queryAll(document, selector).length;
  expect(/^<!doctype html>\n<html/i.test(html), `begins with ${JSON.stringify(html.slice(0, 30))}`);
  expect(html.includes("</html>"), "has no end");
  const lang = query(document, "html")?.attribs.lang;
  expect(LANGUAGE_CODE.test(lang ?? ""), `html lang is ${JSON.stringify(lang)}`);
  const folder = page.path.split("/")[1] ?? "";
  if (folder === "en" || folder === "sv") expect(lang === folder, `html lang is ${lang} below /${folder}/`);
  const title = query(document, "head title");
  expect(title !== undefined && textOf(title) !== "", "has no title");
  expect(count("meta[charset]") === 1, "does not say its encoding");
  expect(count("meta[name=viewport]") === 1, "has no viewport");
  expect(count("h1") === 1, `has ${count("h1")} h1`);
  expect(count("main") === 1, `has ${count("main")} main`);
  if (!isRedirect(page) && page.path !== "/") {
    for (const landmark of ["header", "nav", "footer"]) expect(count(landmark) > 0, `has no ${landmark}`);
    const first = query(document, "body a");
    const target = first?.attribs.href ?? "";
    expect(target.startsWith("#") && count(`[id=${target.slice(1)}]`) === 1, "its first link is not a skip link");
  }
  for (const element of queryAll(document, "[lang]")) {
    const { lang: code = "" } = element.attribs;
    // Empty: in no language that is known.
    expect(code === "" || LANGUAGE_CODE.test(code), `<${element.name}> has lang ${JSON.stringify(code)}`);
  }
  for (const nav of queryAll(document, "nav")) {
    const isNamed = nav.attribs["aria-label"] !== undefined || nav.attribs["aria-labelledby"] !== undefined;
    expect(isNamed || count("nav") === 1, "has several navs, and one without a name");
  }
  expect(hasStepwiseHeadings(page), "its headings leave out a level");
  return faults;
}

function hasStepwiseHeadings({ document }: Page): boolean {
  // Headings of archived texts are the author's business.
  const own = queryAll(document, "h1, h2, h3, h4, h5, h6").filter((heading) => !isInside(heading, "e-content"));
  const levels = own.map(({ name }) => Number(name.slice(1)));
  return levels.every((level, index) => level <= (levels[index - 1] ?? level) + 1);
}

function isInside(element: Element, className: string): boolean {
  for (let node = element.parent; node !== null; node = node.parent) {
    if ("attribs" in node && (node.attribs.class ?? "").split(/\s+/).includes(className)) return true;
  }
  return false;
}

function findIdFaults({ document }: Page): readonly string[] {
  const ids = queryAll(document, "[id]").map(({ attribs }) => attribs.id ?? "");
  const known = new Set(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const references = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"].flatMap((attribute) =>
    queryAll(document, `[${attribute}]`)
      .flatMap(({ attribs }) => (attribs[attribute] ?? "").split(/\s+/))
      .filter((id) => !known.has(id))
      .map((id) => `${attribute} names ${JSON.stringify(id)}, which is not there`),
  );
  return [
    ...twice.map((id) => `the id ${JSON.stringify(id)} stands more than once`),
    ...ids.filter((id) => id === "" || /\s/.test(id)).map((id) => `${JSON.stringify(id)} is no id`),
    ...references,
  ];
}

function findLoadingFaults({ document }: Page): readonly string[] {
  const loaded = LOADING.flatMap(([selector, attribute]) =>
    queryAll(document, `${selector}[${attribute}]`).map((element) => ({
      element,
      url: element.attribs[attribute] ?? "",
    })),
  );
  const links = queryAll(document, "link[href]")
    .filter(({ attribs }) => LOADING_RELATIONS.test(attribs.rel ?? ""))
    .map((element) => ({ element, url: element.attribs.href ?? "" }));
  return [...loaded, ...links]
    .filter(({ url }) => /(^|[\s,])([a-z][a-z0-9+.-]*:)?\/\//i.test(url) || /^\s*(javascript|vbscript):/i.test(url))
    .map(({ element, url }) => `<${element.name}> loads ${url}`);
}

function findActiveFaults(page: Page): readonly string[] {
  const { document } = page;
  const faults: string[] = [];
  for (const script of queryAll(document, "script")) {
    // Data, which no browser runs.
    const isData = /^application\/(?:ld\+)?json$/.test(script.attribs.type ?? "");
    if (script.attribs.src === undefined && !isData) faults.push("has an inline script");
  }
  if (queryAll(document, "style").length > 0) faults.push("has an inline style sheet");
  for (const element of queryAll(document, "[style]")) faults.push(`<${element.name}> has a style attribute`);
  for (const element of allElements(page)) {
    for (const [name, value] of Object.entries(element.attribs)) {
      if (/^on/i.test(name)) faults.push(`<${element.name}> has ${name}`);
      if (/^\s*(javascript|vbscript|data):/i.test(value) && /^(href|action|formaction|src)$/.test(name)) {
        faults.push(`<${element.name}> has ${name}="${value.slice(0, 40)}"`);
      }
    }
  }
  const policy = query(document, "meta[http-equiv=Content-Security-Policy]")?.attribs.content ?? "";
  if (!/\b(default|script)-src 'self'|default-src 'none'/.test(policy)) faults.push("has no Content-Security-Policy");
  if (/unsafe-inline|unsafe-eval|\*|https?:/.test(policy)) faults.push(`its policy allows too much: ${policy}`);
  return faults;
}

function allElements({ document }: Page): readonly Element[] {
  return queryAll(document, "");
}

function findImageFaults({ document }: Page): readonly string[] {
  return queryAll(document, "img")
    .filter(({ attribs }) => attribs.alt === undefined)
    .map(({ attribs }) => `the image ${attribs.src} has no alt`);
}

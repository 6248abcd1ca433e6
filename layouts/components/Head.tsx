// The head of every page: titles, addresses, policy, style.

import { openSearchPath } from "../../scripts/site/addresses.ts";
import { REFERRER_POLICY, writePolicy } from "../../scripts/site/security-policy.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { drawOnce } from "../draw-once.tsx";
import { HeadMeta } from "./HeadMeta.tsx";

export interface HeadProps {
  readonly page: PageContext;
  /** Title of the page; absent where the archive's own title is the page's. */
  readonly title?: string;
  readonly description?: string;
  /** Keeps the page out of search engines. */
  readonly isHidden?: boolean;
  /** Path of the page's script, when it has one. */
  readonly script?: string;
  /** Path below the base that a browser without script goes on to at once. */
  readonly refreshTo?: string;
}

/** Draws the head. Canonical and hreflang are left out where the site's own address is unknown. */
export function Head(props: HeadProps) {
  const { page, title, description, script, refreshTo } = props;
  const isHidden = props.isHidden === true || page.hasDrafts;
  const canonical = refreshTo === undefined ? page.absolute(page.path) : page.absolute(refreshTo);
  const alternates = page.alternates.length > 0 && !isHidden ? listAlternates(page) : [];
  return (
    <head>
      {drawOnce(["head", String(page.isDevelopment)], () => (
        <Settings hasPolicy={!page.isDevelopment} />
      ))}
      {refreshTo !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={`0; url=${page.href(refreshTo)}`} />
        </noscript>
      )}
      <title>{title === undefined ? page.siteTitle : `${title} – ${page.siteTitle}`}</title>
      {description && <meta name="description" content={description} />}
      {isHidden && <meta name="robots" content="noindex" />}
      {canonical !== undefined && (!isHidden || refreshTo !== undefined) && <link rel="canonical" href={canonical} />}
      {alternates.map(({ language, address }) => (
        <link key={language} rel="alternate" hreflang={language} href={address} />
      ))}
      {page.meta !== undefined && (
        <HeadMeta
          page={page}
          meta={page.meta}
          title={title ?? page.siteTitle}
          description={description}
          isHidden={isHidden}
        />
      )}
      {page.hasSearch && page.absolute("/") !== undefined && (
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={page.siteTitle}
          href={page.href(openSearchPath(page.language))}
        />
      )}
      <link rel="icon" href={page.href(page.assets.favicon)} type="image/svg+xml" />
      <link rel="stylesheet" href={page.href(page.assets.style)} />
      {page.hasSearch && refreshTo === undefined && <script type="module" src={page.href(page.assets.header)} />}
      {script !== undefined && <script type="module" src={page.href(script)} />}
    </head>
  );
}

function Settings({ hasPolicy }: { readonly hasPolicy: boolean }) {
  return (
    <>
      <meta charset="utf-8" />
      {hasPolicy && <meta http-equiv="Content-Security-Policy" content={writePolicy("page")} />}
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content={REFERRER_POLICY} />
      <meta name="color-scheme" content="light dark" />
    </>
  );
}

function listAlternates(page: PageContext): readonly { readonly language: string; readonly address: string }[] {
  const all = [{ language: page.language, path: page.path }, ...page.alternates];
  return all.flatMap(({ language, path }) => {
    const address = page.absolute(path);
    return address === undefined ? [] : [{ language, address }];
  });
}

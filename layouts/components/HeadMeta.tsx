// What the head tells machines: feeds, Dublin Core, OpenGraph, JSON-LD. Without script or style, so that the policy allows it all.

import type { PageMeta } from "../../scripts/site/meta/page-meta.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { getStrings } from "../../scripts/strings/index.ts";

interface HeadMetaProps {
  readonly page: PageContext;
  readonly meta: PageMeta;
  readonly title: string;
  readonly description?: string | undefined;
  /** Kept out of search engines: it has no address to be shared by. */
  readonly isHidden: boolean;
}

/** Draws it. Addresses that must be absolute are left out where the site does not know its own. */
export function HeadMeta({ page, meta, title, description, isHidden }: HeadMetaProps) {
  const address = isHidden ? undefined : page.absolute(page.path);
  const others = isHidden ? [] : page.alternates;
  return (
    <>
      {meta.tags.some(({ key }) => key.startsWith("dcterms.")) && (
        <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/" />
      )}
      {meta.tags.map(({ by, key, content }) => (
        <meta key={`${key} ${content}`} {...{ [by]: key }} content={content} />
      ))}
      <meta property="og:type" content={meta.kind} />
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={page.siteTitle} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:locale" content={toLocale(page.t["language.locale"])} />
      {others.map(({ language }) => (
        <meta
          key={language}
          property="og:locale:alternate"
          content={toLocale(getStrings(language)["language.locale"])}
        />
      ))}
      {address !== undefined && <meta property="og:url" content={address} />}
      <ShareCard page={page} meta={meta} />
      {meta.feeds.map(({ label, path }) => (
        <link key={path} rel="alternate" type="application/atom+xml" title={label} href={page.href(path)} />
      ))}
      {meta.data !== undefined && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: meta.data }} />}
    </>
  );
}

function ShareCard({ page, meta: { image } }: Pick<HeadMetaProps, "page" | "meta">) {
  const address = image === undefined ? undefined : page.absolute(image.path);
  if (image === undefined || address === undefined) return <meta name="twitter:card" content="summary" />;
  return (
    <>
      <meta property="og:image" content={address} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(image.width)} />
      <meta property="og:image:height" content={String(image.height)} />
      <meta property="og:image:alt" content={image.alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** OpenGraph writes `en_GB`. */
function toLocale(code: string): string {
  return code.replace("-", "_");
}

// Images and other files that are not held: how many of each source, why, where they were, and which conversations lack most.

import type { PageContext } from "../../scripts/site/view.ts";
import type { MediaFigures, MissingView } from "../../scripts/site/ways-in/views.ts";
import { fill, formatNumber } from "../../scripts/strings/fill.ts";
import type { Strings } from "../../scripts/strings/index.ts";
import { PostLink } from "./PostLink.tsx";

/** Reasons or hosts named at most for each source. */
const MAX_LINES = 12;

/** Draws the account of files, a source at a time. */
export function MissingFiles({ page, view }: { readonly page: PageContext; readonly view: MissingView }) {
  const { t } = page;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t["missing.files"]}</h2>
      <p class="section-text">{t[view.media.length === 0 ? "missing.filesNone" : "missing.filesText"]}</p>
      {view.media.map((media) => (
        <SourceFiles key={media.source.path} page={page} media={media} />
      ))}
    </section>
  );
}

function SourceFiles({ page, media }: { readonly page: PageContext; readonly media: MediaFigures }) {
  const { t, language } = page;
  const { held, missing, reasons, hosts } = media.account;
  const figures = { held: formatNumber(held, language), missing: formatNumber(missing, language) };
  return (
    <div class="missing-source">
      <h3>
        <a href={page.href(media.source.path)}>{media.source.label}</a>
      </h3>
      <p>{fill(t[missing === 0 ? "missing.filesHeldAll" : "missing.filesCount"], figures)}</p>
      {missing > 0 && (
        <dl class="reasons">
          <Counts page={page} title={t["missing.filesWhy"]} counts={reasons} nameOf={(state) => nameState(state, t)} />
          <Counts page={page} title={t["missing.filesHosts"]} counts={hosts} nameOf={(host) => host} />
          {media.posts.length > 0 && (
            <div>
              <dt>{t["missing.filesPosts"]}</dt>
              {media.posts.map((post) => (
                <dd key={post.path}>
                  <PostLink page={page} post={post} /> <span class="count">{formatNumber(post.count, language)}</span>
                </dd>
              ))}
            </div>
          )}
        </dl>
      )}
    </div>
  );
}

interface CountsProps {
  readonly page: PageContext;
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly nameOf: (key: string) => string;
}

function Counts({ page, title, counts, nameOf }: CountsProps) {
  const most = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_LINES);
  if (most.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      {most.map(([key, count]) => (
        <dd key={key}>
          <span>{nameOf(key)}</span> <span class="count">{formatNumber(count, page.language)}</span>
        </dd>
      ))}
    </div>
  );
}

function nameState(state: string, t: Strings): string {
  const key = `missing.files.${state}`;
  return Object.hasOwn(t, key) ? t[key as keyof Strings] : state;
}

// What is unknown of posts and comments, and which comments are known of and not shown, with places to see it.

import type { PageContext } from "../../scripts/site/view.ts";
import type { MissingView, PostName } from "../../scripts/site/ways-in/views.ts";
import { fill, formatNumber } from "../../scripts/strings/fill.ts";
import { PostLink } from "./PostLink.tsx";

interface UnknownProps {
  readonly page: PageContext;
  readonly view: MissingView;
}

/** Draws both lists. */
export function UnknownFigures({ page, view }: UnknownProps) {
  const { t, language } = page;
  return (
    <>
      <section aria-labelledby="unknown">
        <h2 id="unknown">{t["missing.unknown"]}</h2>
        <p class="section-text">{t[view.unknown.length === 0 ? "missing.unknownNone" : "missing.unknownText"]}</p>
        <dl class="unknown-figures">
          {view.unknown.map(({ what, count, of, examples }) => (
            <Figure
              key={what}
              page={page}
              name={t[`missing.unknown.${what}`]}
              figure={fill(t["missing.ofAll"], {
                count: formatNumber(count, language),
                total: formatNumber(of, language),
              })}
              examples={examples}
            />
          ))}
        </dl>
      </section>
      <section aria-labelledby="absent">
        <h2 id="absent">{t["missing.absent"]}</h2>
        <p class="section-text">{t[view.absent.length === 0 ? "missing.absentNone" : "missing.absentText"]}</p>
        <dl class="unknown-figures">
          {view.absent.map(({ what, count, examples }) => (
            <Figure
              key={what}
              page={page}
              name={t[`missing.absent.${what}`]}
              figure={formatNumber(count, language)}
              examples={examples}
            />
          ))}
        </dl>
      </section>
    </>
  );
}

interface FigureProps {
  readonly page: PageContext;
  readonly name: string;
  readonly figure: string;
  readonly examples: readonly PostName[];
}

function Figure({ page, name, figure, examples }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="unknown-count">{figure}</dd>
      <dd class="unknown-examples">
        <span class="examples-label">{page.t["missing.examples"]}:</span>
        <ul>
          {examples.map((post) => (
            <li key={post.path}>
              <PostLink page={page} post={post} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

// How to cite a post: a reference in words, and for programs that keep references. assets/cite.ts adds copying, and the same for comments.

import { FORMAT_NAMES, writeTidyCitation } from "../../scripts/site/cite/formats.ts";
import type { CiteView, PageContext } from "../../scripts/site/view.ts";
import { fill } from "../../scripts/strings/fill.ts";
import { ReferenceFiles } from "./ReferenceFiles.tsx";

interface PostCiteProps {
  readonly page: PageContext;
  readonly cite: CiteView;
  /** There are comments on the page, which can be cited too. */
  readonly hasComments: boolean;
}

/** Draws the references, folded away. */
export function PostCite({ page, cite, hasComments }: PostCiteProps) {
  const { t } = page;
  const { citation, words, references } = cite;
  return (
    <details
      class="cite"
      id="cite"
      data-script={hasComments ? page.href(page.assets.citeComment) : undefined}
      data-cite={hasComments ? JSON.stringify(citation) : undefined}
    >
      <summary>
        <h2>{t["cite.title"]}</h2>
      </summary>
      <div class="cite-forms">
        {FORMAT_NAMES.map((name) => (
          <div class="cite-form" key={name}>
            <h3>{t[`cite.${name}`]}</h3>
            <button type="button" hidden aria-label={fill(t["cite.copyOf"], { format: t[`cite.${name}`] })}>
              {t["cite.copy"]}
            </button>
            <pre data-format={name}>
              {writeTidyCitation(name, citation, words).replace(/\r?\n/g, "\n").replace(/\n+$/, "")}
            </pre>
          </div>
        ))}
        <p class="cite-said" role="status" data-copied={t["cite.copied"]} data-not-copied={t["cite.notCopied"]} />
      </div>
      {hasComments && <p>{t["cite.commentHow"]}</p>}
      {references.length > 0 && <ReferenceFiles page={page} files={references} />}
      <script type="module" src={page.href(page.assets.cite)} />
    </details>
  );
}

// What is known about a post besides its text: source, language, topics, translations.

import type { PageContext, PostView } from "../../scripts/site/view.ts";
import { fill, nameLanguage } from "../../scripts/strings/fill.ts";
import { contactHref } from "../contact-href.ts";
import { editPlace } from "../edit-href.ts";
import { NameLink } from "./NameLink.tsx";
import { PublishedDate } from "./PublishedDate.tsx";

/** Draws the details. They stand beside the text on a wide screen, below it on a narrow one. */
export function PostDetails({ page, view }: { readonly page: PageContext; readonly view: PostView }) {
  const { t, language } = page;
  const { original, wayback } = view;
  const updated = view.text.updated ?? view.post.updated;
  return (
    <aside class="post-details" aria-label={t["post.details"]}>
      <dl>
        {(view.source !== undefined || original !== undefined) && (
          <div>
            <dt>{t["post.source"]}</dt>
            {view.source !== undefined && (
              <dd>
                <NameLink page={page} to={view.source} />
              </dd>
            )}
            {original !== undefined && (
              <dd>
                <a class="u-syndication" href={original} rel="external noopener">
                  {t["post.original"]}
                </a>
              </dd>
            )}
            {wayback !== undefined && (
              <dd>
                <a href={wayback} rel="external noopener">
                  {t["post.wayback"]}
                </a>
              </dd>
            )}
            {view.post.sticky && <dd>{t["post.sticky"]}</dd>}
          </div>
        )}
        {view.post.type === "post" && (
          <div>
            <dt>{t["post.year"]}</dt>
            <dd>
              <a href={page.href(view.year.path)}>{view.year.label}</a>
            </dd>
          </div>
        )}
        {updated !== undefined && (
          <div>
            <dt>{t["post.updated"]}</dt>
            <dd>
              <PublishedDate date={updated} language={language} detail="day" class="dt-updated" />
            </dd>
          </div>
        )}
        {view.text.lang !== undefined && (
          <div>
            <dt>{t["post.language"]}</dt>
            <dd>{nameLanguage(view.text.lang, language)}</dd>
          </div>
        )}
        {view.topics.length > 0 && (
          <div>
            <dt>{t["post.topics"]}</dt>
            {view.topics.map((topic) => (
              <dd key={topic.path}>
                <a class="p-category" rel="tag" href={page.href(topic.path)}>
                  {topic.label}
                </a>
              </dd>
            ))}
          </div>
        )}
        <Translations page={page} view={view} />
        <TextItself page={page} view={view} />
      </dl>
    </aside>
  );
}

/** What a reader can do about the text: correct it, or ask for something. */
function TextItself({ page, view }: { readonly page: PageContext; readonly view: PostView }) {
  const { t, settings } = page;
  const place = view.post.status === "redacted" ? undefined : editPlace(settings, view.text.file);
  const report = contactHref(settings.contact, fill(t["report.subject"], { id: view.post.id }));
  if (place === undefined && report === undefined) return null;
  return (
    <div class="text-itself">
      <dt>{t["post.itself"]}</dt>
      {place !== undefined && (
        <dd>
          <a class="to-edit" href={place.href} rel="external nofollow noopener">
            {fill(t["edit.on"], { host: place.host })}
          </a>
        </dd>
      )}
      {report !== undefined && (
        <dd>
          <a class="to-report" href={report}>
            {t["report.link"]}
          </a>
        </dd>
      )}
    </div>
  );
}

function Translations({ page, view }: { readonly page: PageContext; readonly view: PostView }) {
  const { t, language } = page;
  if (view.translations.length === 0) return null;
  return (
    <div>
      <dt>{t["post.translations"]}</dt>
      {view.translations.map((translation) => (
        <dd key={translation.path}>
          <a href={page.href(translation.path)} hreflang={translation.lang || undefined} rel="alternate">
            {fill(t[translation.isOriginal ? "post.originalText" : "post.translation"], {
              title: translation.label,
              language: nameLanguage(translation.lang, language),
            })}
          </a>
        </dd>
      ))}
    </div>
  );
}

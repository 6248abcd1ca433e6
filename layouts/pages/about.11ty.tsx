// What the archive is, how it is made, how to cite it, its data, and whom to write to.

import { DATA_DESCRIPTIONS } from "../../scripts/site/data-addresses.ts";
import { definePage } from "../../scripts/site/define-page.ts";
import type { ArchiveCounts, PageContext } from "../../scripts/site/view.ts";
import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Words } from "../components/Words.tsx";
import { contactHref } from "../contact-href.ts";

export default definePage("about", (page, view) => {
  const { t, settings } = page;
  const description = settings.description[page.language];
  return (
    <Document page={page} kind="about" title={t["about.title"]} {...(description !== undefined && { description })}>
      <PageHeading title={t["about.title"]} lead={description} />
      <div class="about prose">
        <section aria-labelledby="what">
          <h2 id="what">{t["about.what"]}</h2>
          <p>{writeCounts(page, view.counts)}</p>
        </section>
        <section aria-labelledby="how">
          <h2 id="how">{t["about.how"]}</h2>
          <p>{t["about.howText"]}</p>
          <p>{t["about.howMissing"]}</p>
          {settings.repository !== undefined && (
            <p>
              <Words
                text={t["about.repository"]}
                values={{ repository: <a href={settings.repository}>{t["about.repositoryLink"]}</a> }}
              />
            </p>
          )}
        </section>
        <section aria-labelledby="cite">
          <h2 id="cite">{t["about.cite"]}</h2>
          <p>{t["about.citeText"]}</p>
          <p class="cite-example">{fill(t["about.citeExample"], { archive: page.siteTitle })}</p>
          {view.version !== undefined && (
            <p>
              <Words text={t["about.version"]} values={{ version: <code class="version">{view.version}</code> }} />
            </p>
          )}
        </section>
        <section aria-labelledby="data">
          <h2 id="data">{t["about.data"]}</h2>
          <p>{view.dataFiles.length === 0 ? t["about.dataEmpty"] : t["about.dataText"]}</p>
          {view.dataFiles.length > 0 && (
            <ul>
              {view.dataFiles.map((file) => (
                <li key={file.path}>
                  <a href={page.href(file.path)}>{file.label}</a>
                </li>
              ))}
            </ul>
          )}
          {view.dataFiles.length > 0 && (
            <p>
              <Words
                text={t["about.dataColumns"]}
                values={{
                  readme: <a href={page.href(DATA_DESCRIPTIONS.readme)}>README.txt</a>,
                  package: <a href={page.href(DATA_DESCRIPTIONS.package)}>datapackage.json</a>,
                }}
              />
            </p>
          )}
        </section>
        <section aria-labelledby="removal">
          <h2 id="removal">{t["about.removal"]}</h2>
          <Removal page={page} />
        </section>
      </div>
    </Document>
  );
});

function writeCounts({ t, language }: PageContext, counts: ArchiveCounts): string {
  return fill(t["about.whatText"], {
    conversations: fillCount(t, language, "conversations", counts.posts),
    comments: fillCount(t, language, "comments", counts.comments),
    sources: fillCount(t, language, "sources", counts.sources),
  });
}

function Removal({ page }: { readonly page: PageContext }) {
  const { t, settings } = page;
  const contact = contactHref(settings.contact);
  if (contact === undefined) return <p>{t["about.removalNoContact"]}</p>;
  return (
    <p>
      <Words text={t["about.removalText"]} values={{ contact: <a href={contact}>{t["about.contactLink"]}</a> }} />
    </p>
  );
}

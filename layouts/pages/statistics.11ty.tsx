// The archive in figures.

import type { ComponentChildren } from "preact";
import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import type { StatisticsView, ThreadSizes } from "../../scripts/site/ways-in/views.ts";
import { fill, fillCount, formatNumber, nameLanguage } from "../../scripts/strings/fill.ts";
import { CountedLinks } from "../components/CountedLinks.tsx";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { FiguresTable } from "../components/FiguresTable.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { CardList } from "../components/PostList.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { Words } from "../components/Words.tsx";
import { YearTable } from "../components/YearTable.tsx";

interface StatisticsProps {
  readonly page: PageContext;
  readonly view: StatisticsView;
}

export default definePage("statistics", (page, view) => {
  const { t } = page;
  const isEmpty = view.counts.posts + view.counts.pages === 0;
  return (
    <Document page={page} kind="statistics" title={t["statistics.title"]} description={t["statistics.lead"]}>
      <PageHeading title={t["statistics.title"]} lead={isEmpty ? undefined : t["statistics.lead"]} />
      {isEmpty ? <EmptyState text={t["statistics.empty"]} /> : <Figures page={page} view={view} />}
    </Document>
  );
});

function Figures({ page, view }: StatisticsProps) {
  const { t } = page;
  const timelineTitle = t[view.timeline.unit === "month" ? "timeline.title" : "timeline.titleYears"];
  return (
    <div class="statistics">
      <Totals page={page} view={view} />
      <Section id="timeline" title={timelineTitle}>
        <Timeline page={page} timeline={view.timeline} />
      </Section>
      {view.years.length > 0 && (
        <Section id="by-year" title={t["statistics.byYear"]}>
          <YearTable page={page} years={view.years} />
        </Section>
      )}
      <Languages page={page} view={view} />
      <Sources page={page} view={view} />
      <Declared page={page} view={view} />
      <Sizes page={page} view={view} />
      {view.mostDiscussed.length > 0 && (
        <Section id="most-discussed" title={t["statistics.mostDiscussed"]}>
          <CardList page={page} posts={view.mostDiscussed} level={3} isBrief />
        </Section>
      )}
      {view.authors.length > 0 && (
        <Section id="authors" title={t["statistics.authors"]}>
          <CountedLinks page={page} links={view.authors} />
        </Section>
      )}
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Totals({ page, view }: StatisticsProps) {
  const { t, language } = page;
  const { counts, pings, median } = view;
  const span = counts.firstYear === counts.lastYear ? "{first}" : t["home.span"];
  const figures: readonly (readonly [string, number | string | undefined])[] = [
    [t["statistics.conversations"], counts.posts],
    [t["statistics.comments"], counts.comments],
    [t["statistics.pages"], counts.pages || undefined],
    [t["statistics.people"], counts.people],
    [t["statistics.sources"], counts.sources || undefined],
    [t["statistics.pings"], pings || undefined],
    [t["statistics.median"], median],
    [
      t["statistics.years"],
      counts.firstYear && fill(span, { first: counts.firstYear, last: counts.lastYear ?? counts.firstYear }),
    ],
  ];
  return (
    <Section id="all" title={t["statistics.figures"]}>
      <dl class="totals">
        {figures.map(
          ([name, figure]) =>
            figure !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof figure === "number" ? formatNumber(figure, language) : figure}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  );
}

function Languages({ page, view }: StatisticsProps) {
  const { t, language } = page;
  if (view.languages.length === 0) return null;
  return (
    <Section id="by-language" title={t["statistics.byLanguage"]}>
      <FiguresTable
        page={page}
        label={t["statistics.byLanguage"]}
        columns={[t["statistics.language"], t["statistics.posts"], t["statistics.comments"]]}
        rows={view.languages.map(({ lang, posts, comments }) => ({
          key: lang ?? "",
          name: lang === undefined ? t["statistics.languageUnknown"] : nameLanguage(lang, language),
          figures: [posts, comments],
        }))}
      />
    </Section>
  );
}

function Sources({ page, view }: StatisticsProps) {
  const { t } = page;
  if (view.sources.length === 0) return null;
  const columns = ["source", "posts", "comments", "declared", "found"] as const;
  return (
    <Section id="by-source" title={t["statistics.bySource"]}>
      <FiguresTable
        page={page}
        label={t["statistics.bySource"]}
        columns={columns.map((column) => t[`statistics.${column}`])}
        rows={view.sources.map(({ path, label, posts, comments, figures }) => ({
          key: path,
          name: <a href={page.href(path)}>{label}</a>,
          figures: [
            posts,
            comments,
            ...(figures.conversations === 0 ? [undefined, undefined] : [figures.declared, figures.found]),
          ],
        }))}
      />
    </Section>
  );
}

function Declared({ page, view }: StatisticsProps) {
  const { t, language, paths } = page;
  const { conversations, declared, found, short } = view.declared;
  return (
    <Section id="declared" title={t["statistics.declaredTitle"]}>
      {conversations === 0 ? (
        <p>{t["statistics.declaredNone"]}</p>
      ) : (
        <p class="section-text">
          {fill(t["statistics.declaredText"], {
            conversations: fillCount(t, language, "conversations", conversations),
            declared: formatNumber(declared, language),
            found: formatNumber(found, language),
          })}{" "}
          {short === 0 ? (
            t["statistics.declaredAll"]
          ) : (
            <Words
              text={t["statistics.declaredShort"]}
              values={{
                conversations: fillCount(t, language, "conversations", short),
                link: <a href={page.href(paths.missing)}>{t["nav.missing"]}</a>,
              }}
            />
          )}
        </p>
      )}
    </Section>
  );
}

function Sizes({ page, view }: StatisticsProps) {
  const { t } = page;
  if (view.threadSizes.length === 0) return null;
  return (
    <Section id="sizes" title={t["statistics.sizes"]}>
      <FiguresTable
        page={page}
        label={t["statistics.sizes"]}
        columns={[t["statistics.size"], t["statistics.conversations"]]}
        rows={view.threadSizes.map((size) => ({
          key: String(size.from),
          name: nameSize(page, size),
          figures: [size.count],
        }))}
        hasBars
      />
    </Section>
  );
}

function nameSize({ t, language }: PageContext, { from, to }: ThreadSizes): string {
  if (to === 0) return t["statistics.sizeNone"];
  const figures = { from: formatNumber(from, language), to: formatNumber(to ?? 0, language) };
  if (to === undefined) return fill(t["statistics.sizeMore"], figures);
  return from === to ? figures.from : fill(t["statistics.sizeRange"], figures);
}

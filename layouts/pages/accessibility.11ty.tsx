// The accessibility statement: for a public body what the Swedish law asks of it (2018:1937, and Digg's regulations), for others a plain account.

import { definePage } from "../../scripts/site/define-page.ts";
import type { AccessibilityView, PageContext } from "../../scripts/site/view.ts";
import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { StatedTexts } from "../components/StatedTexts.tsx";
import { Words } from "../components/Words.tsx";
import { contactHref } from "../contact-href.ts";
import { formatDate } from "../format-date.ts";
import { nameStatement } from "../name-statement.ts";

const LAW = "https://rkrattsbaser.gov.se/sfst?bet=2018:1937";
/** Where anybody may complain to the authority that supervises the law. */
const COMPLAINTS = "https://www.digg.se/tdosanmalan";
const DEEDS = ["keyboard", "zoom", "settings", "language", "keys"] as const;

interface PartProps {
  readonly page: PageContext;
  readonly view: AccessibilityView;
}

export default definePage("accessibility", (page, view) => {
  const { t, settings } = page;
  const isPublic = settings.body?.type === "public";
  const title = nameStatement(page);
  return (
    <Document page={page} kind="accessibility" title={title} description={t["accessibility.lead"]}>
      <PageHeading title={title} lead={isPublic ? <StatementLead page={page} /> : t["accessibility.lead"]} />
      <div class="about prose">
        <Responsible page={page} />
        {isPublic && <Compliance page={page} />}
        <Shortcomings page={page} view={view} />
        <Report page={page} />
        {isPublic && <Supervision page={page} view={view} />}
        <Tested page={page} />
        <section aria-labelledby="does">
          <h2 id="does">{t["accessibility.does"]}</h2>
          <ul>
            {DEEDS.map((deed) => (
              <li key={deed}>{t[`accessibility.does.${deed}`]}</li>
            ))}
          </ul>
        </section>
      </div>
    </Document>
  );
});

function StatementLead({ page: { t, siteTitle } }: { readonly page: PageContext }) {
  const law = (
    <a href={LAW} hreflang="sv">
      {t["accessibility.law"]}
    </a>
  );
  return <Words text={t["accessibility.statementLead"]} values={{ archive: siteTitle, law }} />;
}

function Responsible({ page: { t, settings, siteTitle } }: { readonly page: PageContext }) {
  const name = settings.body?.name;
  return (
    <p>
      {name === undefined
        ? fill(t["accessibility.responsibleUnknown"], { archive: siteTitle })
        : fill(t["accessibility.responsible"], { name, archive: siteTitle })}
    </p>
  );
}

function Compliance({ page: { t, settings } }: { readonly page: PageContext }) {
  return (
    <section aria-labelledby="compliance">
      <h2 id="compliance">{t["accessibility.compliance"]}</h2>
      <p>{t[`accessibility.compliance.${settings.body?.compliance ?? "unknown"}`]}</p>
    </section>
  );
}

function Shortcomings({ page, view }: PartProps) {
  const { t, language } = page;
  const obstacles = (["imagesUndescribed", "imagesNotHeld", "languageUnknown", "untitled"] as const)
    .filter((kind) => view.obstacles[kind] > 0)
    .map((kind) => fillCount(t, language, `accessibility.${kind}`, view.obstacles[kind]));
  return (
    <section aria-labelledby="shortcomings">
      <h2 id="shortcomings">{t["accessibility.shortcomings"]}</h2>
      <StatedTexts page={page} texts={view.shortcomings} />
      <p>{t["accessibility.oldTexts"]}</p>
      {obstacles.length > 0 && (
        <>
          <p>{t["accessibility.counted"]}</p>
          <ul>
            {obstacles.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {view.burden.length > 0 && <h3>{t["accessibility.burden"]}</h3>}
      <StatedTexts page={page} texts={view.burden} />
      {view.notCovered.length > 0 && <h3>{t["accessibility.notCovered"]}</h3>}
      <StatedTexts page={page} texts={view.notCovered} />
    </section>
  );
}

function Report({ page: { t, settings } }: { readonly page: PageContext }) {
  const contact = settings.body?.contact ?? settings.contact;
  const href = contactHref(contact);
  const words = href?.startsWith("mailto:") ? contact : t["accessibility.reportLink"];
  return (
    <section aria-labelledby="report">
      <h2 id="report">{t["accessibility.report"]}</h2>
      <p>
        {href === undefined ? (
          t["accessibility.reportNoContact"]
        ) : (
          <Words text={t["accessibility.reportText"]} values={{ contact: <a href={href}>{words}</a> }} />
        )}
      </p>
    </section>
  );
}

function Supervision({ page, view: { supervisor } }: PartProps) {
  const { t, language } = page;
  const address = supervisor?.url ?? COMPLAINTS;
  const name = supervisor?.name;
  const values = {
    supervisor:
      name === undefined ? (
        t["accessibility.supervisor"]
      ) : (
        <span lang={otherThan(name.lang, language)}>{name.text}</span>
      ),
    address: <a href={address}>{address.replace(/^https?:\/\//, "")}</a>,
  };
  return (
    <section aria-labelledby="supervision">
      <h2 id="supervision">{t["accessibility.supervision"]}</h2>
      <p>
        <Words text={t["accessibility.supervisionText"]} values={values} />
      </p>
    </section>
  );
}

function otherThan(lang: string, language: string): string | undefined {
  return lang === language ? undefined : lang;
}

function Tested({ page }: { readonly page: PageContext }) {
  const { t, language, settings } = page;
  const { method, assessor, assessed, updated } = settings.body ?? {};
  const day = (date: string) => formatDate(date, language);
  const sentences = [
    method && t[`accessibility.method.${method}`],
    assessor && fill(t["accessibility.assessor"], { name: assessor }),
    assessed && fill(t["accessibility.assessed"], { date: day(assessed) }),
  ].filter((sentence) => sentence !== undefined);
  return (
    <section aria-labelledby="tested">
      <h2 id="tested">{t["accessibility.tested"]}</h2>
      <p>{sentences.length > 0 ? sentences.join(" ") : t["accessibility.notAssessed"]}</p>
      {updated !== undefined && <p>{fill(t["accessibility.updated"], { date: day(updated) })}</p>}
      <p>{t["accessibility.program"]}</p>
    </section>
  );
}

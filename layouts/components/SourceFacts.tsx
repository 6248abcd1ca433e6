// What a source's file says of it: platform, address, rights, the export files it came from.

import type { RawExport, Source } from "../../scripts/archive/model.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { formatBytes, nameLanguage } from "../../scripts/strings/fill.ts";
import { namePlatform } from "../platform-name.ts";
import { webAddress } from "../web-address.ts";
import { PublishedDate } from "./PublishedDate.tsx";

/** Draws the facts that are known, and the exports. */
export function SourceFacts({ page, source }: { readonly page: PageContext; readonly source: Source }) {
  const { t, language } = page;
  const address = webAddress(source.url);
  const facts = [
    { label: t["source.platform"], value: namePlatform(source.platform, t) },
    {
      label: t["source.address"],
      value:
        address === undefined ? (
          source.url
        ) : (
          <a href={address} rel="external noopener">
            {source.url}
          </a>
        ),
    },
    { label: t["source.language"], value: source.lang && nameLanguage(source.lang, language) },
    { label: t["source.timezone"], value: source.timezone },
    { label: t["source.rights"], value: source.rights },
    { label: t["source.importer"], value: source.importer },
  ].filter(({ value }) => value !== undefined);
  return (
    <>
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {source.exports !== undefined && source.exports.length > 0 && <Exports page={page} exports={source.exports} />}
    </>
  );
}

function Exports({ page, exports }: { readonly page: PageContext; readonly exports: readonly RawExport[] }) {
  const { t, language } = page;
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{t["source.exports"]}</h2>
      <ul class="exports">
        {exports.map((file) => (
          <li key={file.sha256}>
            <p class="export-file">
              <code>{file.file}</code>
            </p>
            <p class="export-facts">
              {formatBytes(file.size, language)}
              {file.date !== undefined && (
                <>
                  {" · "}
                  <PublishedDate date={file.date} language={language} detail="minute" />
                </>
              )}
            </p>
            <p class="export-hash">
              {t["source.hash"]} <code>{file.sha256}</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

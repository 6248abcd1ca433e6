// Describes the data files beside them: for people in README.txt, for programs as a Data Package (https://datapackage.org/).

import { COMMENT_COLUMNS, type DataColumn, POST_COLUMNS } from "./data-columns.ts";
import { nameArchive } from "./meta/name-archive.ts";
import type { Site } from "./site.ts";

/** Returns data/README.txt. */
export function writeDataReadme(site: Site): string {
  const title = nameArchive(site.archive.settings, "en");
  return `${title}: the data files

posts.ndjson and posts.csv hold a line for each post and page, comments.ndjson and comments.csv one for each
comment. NDJSON is one JSON object a line. The CSV files hold the same (RFC 4180, with a byte-order mark). All are UTF-8.

What is unknown is null in NDJSON and an empty cell in CSV; nothing is filled in by guess. In CSV, topics are joined by
"; ", and a cell that a spreadsheet would run as a formula has an apostrophe before it. For exact texts use NDJSON.

Posts and pages
${listColumns(POST_COLUMNS)}

Comments
${listColumns(COMMENT_COLUMNS)}

Terms for use of the texts differ by source and stand on the page of each.

På svenska: en rad per inlägg eller kommentar. Det som är okänt är tomt, aldrig gissat. Kolumnernas namn är på engelska
och förklaras ovan.
`;
}

/** Returns data/datapackage.json. */
export function writeDataPackage(site: Site): string {
  const { settings } = site.archive;
  const dataPackage = {
    profile: "tabular-data-package",
    name: "ordskifte-archive",
    title: nameArchive(settings, "en"),
    ...(settings.description.en !== undefined && { description: settings.description.en }),
    ...(settings.url !== undefined && { homepage: settings.url }),
    resources: [
      describeTable("posts", POST_COLUMNS, ["id"]),
      {
        ...describeTable("comments", COMMENT_COLUMNS, ["post", "id"], {
          foreignKeys: [{ fields: "post", reference: { resource: "posts", fields: "id" } }],
        }),
      },
    ],
  };
  return `${JSON.stringify(dataPackage, null, 2)}\n`;
}

function describeTable(name: string, columns: readonly DataColumn[], primaryKey: readonly string[], more: object = {}) {
  return {
    profile: "tabular-data-resource",
    name,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: columns.map(({ name: column, type, meaning }) => ({
        name: column,
        // In CSV a list is one text.
        type: type === "integer" ? "integer" : "string",
        description: meaning.replaceAll("`", ""),
      })),
      primaryKey,
      missingValues: [""],
      ...more,
    },
  };
}

function listColumns(columns: readonly DataColumn[]): string {
  return columns.map(({ name, meaning }) => `  ${name.padEnd(13)} ${meaning.replaceAll("`", "")}`).join("\n");
}

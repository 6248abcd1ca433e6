// The figures of the timeline as a table, closed until it is asked for.

import type { PageContext } from "../../scripts/site/view.ts";
import type { TimelinePoint, TimelineView } from "../../scripts/site/ways-in/views.ts";
import { fill, formatNumber } from "../../scripts/strings/fill.ts";
import { formatDate } from "../format-date.ts";
import { nameSeries } from "../name-series.ts";
import { TableScroll } from "./TableScroll.tsx";

const KINDS = ["comments", "posts"] as const;

/** Draws the table; months and years in which nothing was written are left out, and it says so. */
export function TimelineTable({ page, timeline }: { readonly page: PageContext; readonly timeline: TimelineView }) {
  const { t, language } = page;
  const { unit, series, points } = timeline;
  const isMany = series.length > 1;
  const columns = [...series.map((each) => nameSeries(page, each)), ...(isMany ? [t["timeline.total"]] : [])];
  return (
    <details class="timeline-figures">
      <summary>{t["timeline.table"]}</summary>
      <TableScroll label={fill(t["statistics.scroll"], { title: t["timeline.table"] })}>
        <table class="figures-table">
          <caption>{t[unit === "month" ? "timeline.tableAbout" : "timeline.tableAboutYears"]}</caption>
          <thead>
            <tr>
              <th scope="col" rowspan={isMany ? 2 : undefined}>
                {t[unit === "month" ? "timeline.month" : "years.year"]}
              </th>
              {KINDS.map((kind) => (
                <th key={kind} scope={isMany ? "colgroup" : "col"} colspan={isMany ? columns.length : undefined}>
                  {t[`statistics.${kind}`]}
                </th>
              ))}
            </tr>
            {isMany && (
              <tr>
                {KINDS.flatMap((kind) =>
                  columns.map((name) => (
                    <th key={`${kind} ${name}`} scope="col">
                      {name}
                    </th>
                  )),
                )}
              </tr>
            )}
          </thead>
          <tbody>
            {points.filter(hasAny).map((point) => (
              <tr key={point.date}>
                <th scope="row">{formatDate(point.date, language)}</th>
                {KINDS.flatMap((kind) =>
                  listCells(point[kind], isMany).map((count, index) => (
                    <td key={`${kind} ${index}`}>{formatNumber(count, language)}</td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}

function hasAny({ posts, comments }: TimelinePoint): boolean {
  return [...posts, ...comments].some((count) => count > 0);
}

function listCells(counts: readonly number[], hasTotal: boolean): readonly number[] {
  return hasTotal ? [...counts, counts.reduce((sum, count) => sum + count, 0)] : counts;
}

// Posts and comments in time: the picture, what its colours mean, what is not in it, and the figures as a table.

import type { PageContext } from "../../scripts/site/view.ts";
import type { TimelineView } from "../../scripts/site/ways-in/views.ts";
import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { classOfSeries, nameSeries } from "../name-series.ts";
import { EmptyState } from "./EmptyState.tsx";
import { TimelinePicture } from "./TimelinePicture.tsx";
import { TimelineTable } from "./TimelineTable.tsx";

/** Draws the timeline; a sentence when nothing has a date. */
export function Timeline({ page, timeline }: { readonly page: PageContext; readonly timeline: TimelineView }) {
  const { t, language } = page;
  const { posts, comments } = timeline.unplaced;
  if (timeline.points.length === 0) return <EmptyState text={t["timeline.empty"]} />;
  return (
    <div class="timeline">
      <p class="section-lead">{t[timeline.unit === "month" ? "timeline.lead" : "timeline.leadYears"]}</p>
      {timeline.series.length > 1 && <Legend page={page} timeline={timeline} />}
      <TimelinePicture page={page} timeline={timeline} />
      {posts + comments > 0 && (
        <p class="timeline-unplaced">
          {fill(t["timeline.unplaced"], {
            posts: fillCount(t, language, "posts", posts),
            comments: fillCount(t, language, "comments", comments),
          })}
        </p>
      )}
      <TimelineTable page={page} timeline={timeline} />
    </div>
  );
}

function Legend({ page, timeline }: { readonly page: PageContext; readonly timeline: TimelineView }) {
  return (
    <ul class="timeline-legend" aria-label={page.t["timeline.legend"]}>
      {timeline.series.map((series, index) => (
        <li key={nameSeries(page, series)}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
            <rect class={classOfSeries(series, index)} x="1" y="1" width="12" height="12" />
          </svg>{" "}
          {nameSeries(page, series)}
        </li>
      ))}
    </ul>
  );
}

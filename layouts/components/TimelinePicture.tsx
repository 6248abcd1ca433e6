// The picture of posts and comments in time, an SVG that a screen reader gets as one described image.

import type { PageContext } from "../../scripts/site/view.ts";
import type { TimelinePoint, TimelineView } from "../../scripts/site/ways-in/views.ts";
import { fill, fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import { formatDate } from "../format-date.ts";
import { classOfSeries, nameSeries } from "../name-series.ts";
import { layOutTimeline, type Panel, type TimelineShapes } from "../timeline-shapes.ts";

interface TimelineProps {
  readonly page: PageContext;
  readonly timeline: TimelineView;
}

/** Draws the picture in a box that is scrolled sideways where it is narrower. */
export function TimelinePicture({ page, timeline }: TimelineProps) {
  const { t } = page;
  const shapes = layOutTimeline(timeline);
  return (
    <section class="timeline-scroll" aria-label={t["timeline.scroll"]} tabindex={0}>
      <svg
        class="timeline-picture"
        role="img"
        aria-labelledby="timeline-name timeline-about"
        width={shapes.width}
        height={shapes.height}
        viewBox={`0 0 ${shapes.width} ${shapes.height}`}
      >
        <title id="timeline-name">{t["timeline.svgTitle"]}</title>
        <desc id="timeline-about">{describe(page, timeline)}</desc>
        {shapes.ticks.map(({ x, label }) => (
          <g key={x}>
            <path class="timeline-tick" d={`M${x - 0.5} ${shapes.comments.top}V${shapes.posts.bottom}`} />
            <text x={x} y={shapes.comments.bottom + 22}>
              {label}
            </text>
          </g>
        ))}
        <PanelShapes page={page} timeline={timeline} shapes={shapes} panel={shapes.comments} />
        <PanelShapes page={page} timeline={timeline} shapes={shapes} panel={shapes.posts} />
      </svg>
    </section>
  );
}

interface PanelProps extends TimelineProps {
  readonly shapes: TimelineShapes;
  readonly panel: Panel;
}

function PanelShapes({ page, timeline, shapes, panel }: PanelProps) {
  const end = shapes.left - 6;
  return (
    <g>
      <path class="timeline-line" d={`M${shapes.left} ${panel.bottom + 0.5}H${shapes.width}`} />
      <path class="timeline-tick" d={`M${shapes.left} ${panel.top - 0.5}H${shapes.width}`} />
      <text class="timeline-scale" x={end} y={panel.top + 4}>
        {formatNumber(panel.most, page.language)}
      </text>
      <text class="timeline-scale" x={end} y={panel.bottom}>
        0
      </text>
      {panel.paths.map((data, index) => {
        const series = timeline.series[index];
        if (data === "" || series === undefined) return null;
        return <path key={nameSeries(page, series)} class={classOfSeries(series, index)} d={data} />;
      })}
    </g>
  );
}

function describe({ t, language }: PageContext, { points }: TimelineView): string {
  const dateOf = (point: TimelinePoint | undefined): string => formatDate(point?.date, language);
  const peak = (kind: "posts" | "comments"): string => {
    let most = 0;
    let where: TimelinePoint | undefined;
    for (const point of points) {
      const count = point[kind].reduce((sum, value) => sum + value, 0);
      if (count > most) [most, where] = [count, point];
    }
    const count = fillCount(t, language, kind, most);
    return where === undefined ? count : fill(t["timeline.peak"], { count, date: dateOf(where) });
  };
  return fill(t["timeline.svgDescription"], {
    first: dateOf(points[0]),
    last: dateOf(points.at(-1)),
    comments: peak("comments"),
    posts: peak("posts"),
  });
}

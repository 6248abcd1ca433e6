// A table of figures: a name in each row, numbers in the columns, and a bar beside the name where one number leads.

import type { ComponentChildren } from "preact";
import type { PageContext } from "../../scripts/site/view.ts";
import { fill, formatNumber } from "../../scripts/strings/fill.ts";
import { TableScroll } from "./TableScroll.tsx";

/** One row; a figure that is not known is undefined, and its cell says nothing. */
export interface FiguresRow {
  readonly key: string;
  readonly name: ComponentChildren;
  readonly figures: readonly (number | undefined)[];
}

interface FiguresTableProps {
  readonly page: PageContext;
  /** Names the table. */
  readonly label: string;
  /** Headings: that of the names, then those of the figures. */
  readonly columns: readonly string[];
  readonly rows: readonly FiguresRow[];
  /** Draws the first figure as a bar too. */
  readonly hasBars?: boolean;
}

/** Draws the table. The bars repeat the figures and are hidden from screen readers. */
export function FiguresTable({ page, label, columns, rows, hasBars }: FiguresTableProps) {
  const most = Math.max(1, ...rows.map(({ figures }) => figures[0] ?? 0));
  return (
    <TableScroll label={fill(page.t["statistics.scroll"], { title: label })}>
      <table class={hasBars ? "figures-table has-bars" : "figures-table"}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <>
                <th key={column} scope="col">
                  {column}
                </th>
                {hasBars && index === 0 && <td class="bar-cell" aria-hidden="true" />}
              </>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {hasBars && <BarCell share={(figures[0] ?? 0) / most} />}
              {figures.map((figure, index) => (
                <td key={index}>{figure === undefined ? "" : formatNumber(figure, page.language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function BarCell({ share }: { readonly share: number }) {
  return (
    <td class="bar-cell" aria-hidden="true">
      <svg class="row-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect x="0" y="0" width={share === 0 ? 0 : Math.max(1, Math.round(share * 100))} height="10" />
      </svg>
    </td>
  );
}

// A box for a table that is wider than a phone: it is scrolled sideways, by keyboard too.

import type { ComponentChildren } from "preact";

interface TableScrollProps {
  /** Names the box, which is a landmark of its own. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Draws the box around a table. */
export function TableScroll({ label, children }: TableScrollProps) {
  return (
    <section class="table-scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}

// The archive's mark: a Swedish quotation mark in two inks, one for each voice of an exchange. Also in assets/favicon.svg.

/** Draws the mark, without a name of its own: it stands beside the archive's title. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 44 34" aria-hidden="true" focusable="false">
      <path class="mark-first" d="M10 0a9 9 0 0 1 9 9c0 8-5 14-13 17l-1-3c5-2 7.5-5 7.5-8l0-2A9 9 0 1 1 10 0z" />
      <path class="mark-second" d="M34 8a9 9 0 0 1 9 9c0 8-5 14-13 17l-1-3c5-2 7.5-5 7.5-8l0-2A9 9 0 1 1 34 8z" />
    </svg>
  );
}

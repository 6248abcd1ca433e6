// The archive's mark: a Swedish quotation mark in two inks, one for each voice of an exchange. Also in assets/favicon.svg.

/** Draws the mark, without a name of its own: it stands beside the archive's title. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 42 34" aria-hidden="true" focusable="false">
      <path class="mark-first" d="M9 0a9 9 0 0 1 9 9c0 9-5 15-13 18l-1.4-3c4-1.8 6.6-3.9 7.6-6.3A9 9 0 1 1 9 0z" />
      <path class="mark-second" d="M33 7a9 9 0 0 1 9 9c0 9-5 15-13 18l-1.4-3c4-1.8 6.6-3.9 7.6-6.3A9 9 0 1 1 33 7z" />
    </svg>
  );
}

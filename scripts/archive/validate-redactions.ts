// Checks content/redactions.csv: its columns, its codes, and that it names ids and nothing else.

import { parseEdtf } from "./edtf.ts";
import { type Found, toError } from "./found.ts";
import type { Problem } from "./model.ts";
import {
  isRedactionReason,
  REDACTION_HEADER,
  REDACTION_LOG,
  REDACTION_REASONS,
  readRedactionLines,
} from "./redaction-log.ts";
import { show } from "./show.ts";
import { checkPersonal } from "./validate-values.ts";

const ID = /^(?:source:[a-z0-9-]+|(?:[a-z0-9-]+:\d+|(?:\d{4}|undated|pages)\/[^\s/#]+)(?:#[A-Za-z][A-Za-z0-9._:-]*)?)$/;
const ACTIONS: readonly string[] = ["redacted", "deleted"];

/** Returns what is wrong with the log; nothing where there is none. */
export function validateRedactions(contentDir: string): readonly Problem[] {
  return readRedactionLines(contentDir).flatMap(({ line, cells }, index) => {
    const found = index === 0 ? checkHeader(cells) : checkLine(cells);
    return [...found].map(({ textLine: _textLine, ...problem }) => ({ ...problem, file: REDACTION_LOG, line }));
  });
}

function* checkHeader(cells: readonly string[]): Generator<Found> {
  if (cells.join(",") !== REDACTION_HEADER)
    yield toError(undefined, "redaction-line.header", { wanted: REDACTION_HEADER });
}

function* checkLine(cells: readonly string[]): Generator<Found> {
  const [id = "", date = "", action = "", reason = "", authority = ""] = cells;
  if (cells.length !== REDACTION_HEADER.split(",").length) {
    yield toError(undefined, "redaction-line.cells", { wanted: REDACTION_HEADER });
    return;
  }
  if (!ID.test(id)) yield toError(undefined, "redaction-line.id", { found: show(id) });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || parseEdtf(date) === undefined) {
    yield toError(undefined, "redaction-line.date", { found: show(date) });
  }
  if (!ACTIONS.includes(action)) yield toError(undefined, "redaction-line.action", { found: show(action) });
  if (!isRedactionReason(reason)) {
    yield toError(undefined, "redaction-line.reason", { found: show(reason), list: REDACTION_REASONS.join(", ") });
  }
  yield* checkPersonal({ authority });
}

// Cuts a stream of XML into markup and CDATA texts, with the rule that CDATA ends where its element does.
// Old WordPress and other tools write `]]>` inside a text unsplit; a plain XML reader would take the rest of the text for markup.

const OPEN = "<![CDATA[";
const CLOSE = "]]>";
// A text that never ends is no text; without a bound it would fill the memory.
const MAX_TEXT_LENGTH = 100_000_000;

/** What the splitter reports. */
export interface CdataHandler {
  /** Markup without CDATA, comments and document type; cut before a tag, never inside one. */
  readonly onMarkup: (markup: string) => void;
  /** Returns the raw name of the element that is open where the markup given so far ends. */
  readonly openElement: () => string | undefined;
  /** The text of all CDATA sections up to the end of their element, joined. `isUnsplit` when it held a bare `]]>`. */
  readonly onCdata: (text: string, isUnsplit: boolean) => void;
  readonly onComment: (text: string) => void;
  readonly onDoctype: (text: string) => void;
  /** Something was passed over or taken in that holds this many line ends. */
  readonly onLines: (count: number) => void;
}

/** Splits text that comes in pieces. */
export interface CdataSplitter {
  readonly write: (piece: string) => void;
  /** Reports what is left. A CDATA section that is still open is given up: its text is not whole. */
  readonly end: () => void;
}

/** Returns a splitter. */
export function createCdataSplitter(handler: CdataHandler): CdataSplitter {
  let buffer = "";
  // Where the search for the end of an open CDATA section goes on; undefined in markup.
  let searchFrom: number | undefined;

  const passOver = (from: number, to: number): void => {
    handler.onLines(countLines(buffer, from, to));
  };
  const flushMarkup = (to: number): void => {
    if (to === 0) return;
    handler.onMarkup(buffer.slice(0, to));
    buffer = buffer.slice(to);
  };

  /** Returns false when it needs more text. */
  const readMarkup = (isEnd: boolean): boolean => {
    const at = findDeclaration(buffer);
    if (at === -1) {
      flushMarkup(isEnd ? buffer.length : safeLength(buffer));
      return false;
    }
    flushMarkup(at);
    if (buffer.startsWith(OPEN)) {
      searchFrom = OPEN.length;
      return true;
    }
    if (buffer.length < OPEN.length && !isEnd) return false;
    if (buffer.startsWith("<!--")) return takeDeclaration("-->", 4, handler.onComment, isEnd);
    const isDoctype = /^<!DOCTYPE/i.test(buffer);
    const hasSubset = isDoctype && /^[^>]*\[/.test(buffer);
    return takeDeclaration(hasSubset ? "]>" : ">", 2, isDoctype ? handler.onDoctype : () => {}, isEnd);
  };

  const takeDeclaration = (end: string, from: number, report: (text: string) => void, isEnd: boolean): boolean => {
    const at = buffer.indexOf(end, from);
    if (at === -1) {
      if (!isEnd && buffer.length < MAX_TEXT_LENGTH) return false;
      passOver(0, buffer.length);
      buffer = "";
      return false;
    }
    report(buffer.slice(from, at));
    passOver(0, at + end.length);
    buffer = buffer.slice(at + end.length);
    return true;
  };

  const readCdata = (isEnd: boolean): boolean => {
    const found = findCdataEnd(buffer, searchFrom ?? OPEN.length, handler.openElement() ?? "", isEnd);
    if (typeof found === "number") {
      searchFrom = found;
      if (isEnd || buffer.length > MAX_TEXT_LENGTH) {
        passOver(0, buffer.length);
        buffer = "";
        searchFrom = undefined;
      }
      return false;
    }
    const { text, isUnsplit } = joinSections(buffer.slice(OPEN.length, found.close));
    passOver(0, found.close);
    handler.onCdata(text + buffer.slice(found.close + CLOSE.length, found.end), isUnsplit);
    buffer = buffer.slice(found.end);
    searchFrom = undefined;
    return true;
  };

  const run = (isEnd: boolean): void => {
    while (searchFrom === undefined ? readMarkup(isEnd) : readCdata(isEnd));
  };
  return {
    write: (piece) => {
      buffer += piece;
      run(false);
    },
    end: () => run(true),
  };
}

/**
 * Finds the end of a CDATA section: the last `]]>` before its element's end tag.
 * Returns where to go on searching when that is not known yet.
 */
function findCdataEnd(
  buffer: string,
  from: number,
  element: string,
  isEnd: boolean,
): { readonly close: number; readonly end: number } | number {
  const endTag = `</${element}`;
  let close = buffer.indexOf(CLOSE, from);
  while (close !== -1) {
    const after = close + CLOSE.length;
    // The usual case first: the end tag follows at once.
    if (buffer.startsWith(endTag, after)) return { close, end: after };
    const end = buffer.indexOf(endTag, after);
    const next = buffer.indexOf(CLOSE, after);
    if (end !== -1 && (next === -1 || end < next)) {
      const reopened = buffer.indexOf(OPEN, after);
      if (reopened === -1 || reopened > end) return { close, end };
    }
    if (next === -1) return close;
    close = next;
  }
  return isEnd ? buffer.length : Math.max(from, buffer.length - CLOSE.length + 1);
}

// Sections that touch, or with nothing but white space between, are one text that a writer split; any other `]]>` is text.
function joinSections(raw: string): { readonly text: string; readonly isUnsplit: boolean } {
  if (!raw.includes(CLOSE)) return { text: raw, isUnsplit: false };
  const text = raw.replace(/\]\]>(\s*)<!\[CDATA\[/g, "$1");
  const splits = raw.length - text.length;
  // `]]]]><![CDATA[>` gives `]]>` back: count what was there against what the splits explain.
  return { text, isUnsplit: splits === 0 || countOf(text, CLOSE) > countOf(raw, "]]]]><![CDATA[>") };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

function findDeclaration(buffer: string): number {
  for (let at = buffer.indexOf("<!"); at !== -1; at = buffer.indexOf("<!", at + 2)) {
    const next = buffer[at + 2];
    if (next === undefined || next === "[" || next === "-" || next === "D" || next === "d") return at;
  }
  return -1;
}

// Markup is handed on up to the last tag that is whole.
function safeLength(buffer: string): number {
  const open = buffer.lastIndexOf("<");
  return open === -1 || buffer.indexOf(">", open) !== -1 || buffer.length - open > 65_536 ? buffer.length : open;
}

/** Counts line feeds between two positions. */
export function countLines(text: string, from: number, to: number): number {
  // Cut first: a search in the whole would run past the end, again and again where an export is one long line.
  const part = text.slice(from, to);
  let count = 0;
  for (let at = part.indexOf("\n"); at !== -1; at = part.indexOf("\n", at + 1)) count += 1;
  return count;
}

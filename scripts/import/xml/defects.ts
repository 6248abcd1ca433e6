// Collects what is wrong with a file, with the lines where it stands, without growing with the number of them.

/** What was mended or lost in a file. Absent means that it did not occur. */
export interface DefectList {
  /** CDATA that held a bare `]]>`. */
  readonly unsplitCdata?: Places;
  /** CDATA that never ended and whose text was whole all the same. */
  readonly unclosedCdata?: Places;
  /** Texts without an end tag of their own. */
  readonly missingEnds?: Places;
  /** HTML or text between the elements that belongs to none of them. */
  readonly strayHtml?: Places;
  /** Messages of PHP in the middle of a text. */
  readonly notices?: Places;
  /** Whole web pages in the middle of the export, as WordPress shows them when it fails. */
  readonly errorPages?: Places;
  /** CDATA that holds WordPress's error page. */
  readonly pagesInTexts?: Places;
  /** Tags whose quotes or ends are missing. */
  readonly brokenTags?: Places;
  /** XML declarations that do not stand at the beginning. */
  readonly extraDeclarations?: Places;
  /** Further exports in the same file. */
  readonly furtherExports?: Places;
  /** Exports that end without their end tag, because another one begins. */
  readonly cutExports?: Places;
  /** Further exports that are of another blog. */
  readonly otherBlogs?: Places;
  /** Records without an end tag that have all that a record must have; they were kept. */
  readonly unendedRecords?: Places;
  /** Comments in a record of which something is lost; they were left out. Damaged records are handed over and told one by one. */
  readonly brokenComments?: Places;
  /** End tags of records whose beginning is missing. */
  readonly headlessRecords?: Places;
  /** Parts of a record that stand outside of any. */
  readonly looseFields?: Places;
}

/** Where something occurred. */
export interface Places {
  readonly count: number;
  /** Number of different lines. */
  readonly lineCount: number;
  /** The first of them, 1-based. */
  readonly lines: readonly number[];
}

// A file may be broken in a million places; nobody reads so many lines.
const MAX_LINES = 100;

/** Collects defects. */
export interface DefectCollector {
  readonly add: (kind: keyof DefectList, line: number) => void;
  readonly list: () => DefectList;
}

/** Returns an empty collector. */
export function createDefectCollector(): DefectCollector {
  const places = new Map<keyof DefectList, { count: number; lineCount: number; last: number; lines: number[] }>();
  return {
    add: (kind, line) => {
      const known = places.get(kind) ?? { count: 0, lineCount: 0, last: 0, lines: [] };
      places.set(kind, known);
      known.count += 1;
      if (known.last === line) return;
      known.last = line;
      known.lineCount += 1;
      if (known.lines.length < MAX_LINES) known.lines.push(line);
    },
    list: () =>
      Object.fromEntries(
        [...places].map(([kind, { count, lineCount, lines }]) => [kind, { count, lineCount, lines: [...lines] }]),
      ),
  };
}

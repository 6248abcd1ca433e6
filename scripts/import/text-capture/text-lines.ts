// The lines of a text and the paragraphs that they make.

/** A line of a text. */
export interface TextLine {
  /** Without the spaces at its ends; non-breaking ones stay. */
  readonly text: string;
  /** Columns before it; a tab goes to the next multiple of eight. */
  readonly indent: number;
  readonly isBlank: boolean;
}

// Nobody breaks lines this late by hand: such lines are paragraphs.
const LONG_LINE = 120;
const MAX_WRAPPED = 100;
const MIN_WRAPPED = 50;

/** Returns the lines of a text. */
export function readLines(text: string): readonly TextLine[] {
  return text.split(/\r\n?|\n/).map((line) => {
    const trimmed = line.replace(/^[ \t\f]+|[ \t\f]+$/g, "");
    return { text: trimmed, indent: countColumns(line), isBlank: /^[\s\u00a0]*$/u.test(trimmed) };
  });
}

function countColumns(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === "\t") columns += 8 - (columns % 8);
    else if (character === " ") columns += 1;
    else break;
  }
  return columns;
}

/** Returns the text of lines: an empty line between paragraphs; within one, only the line ends that its author made. */
export function joinParagraphs(lines: readonly TextLine[]): string {
  const blocks: string[][] = [[]];
  for (const { text, isBlank } of lines) {
    if (isBlank) blocks.push([]);
    else blocks[blocks.length - 1]?.push(text);
  }
  return blocks
    .filter((block) => block.length > 0)
    .map(joinBlock)
    .join("\n\n");
}

function joinBlock(block: readonly string[]): string {
  const long = block.filter((line) => line.length > LONG_LINE).length;
  if (long * 2 >= block.length) return block.join("\n\n");
  return block.join(isWrapped(block) ? " " : "\n");
}

// A program that breaks lines puts on each as much as fits.
function isWrapped(block: readonly string[]): boolean {
  const longest = block.reduce((longest, line) => Math.max(longest, line.length), 0);
  if (block.length < 3 || longest > MAX_WRAPPED || longest < MIN_WRAPPED) return false;
  return block.every((line, index) => {
    const next = block[index + 1];
    return next === undefined || line.length + 1 + (next.split(" ")[0]?.length ?? 0) > longest;
  });
}

// Reads and writes one line of the lists that imports keep: cells without line ends, quoted where they must be (RFC 4180).

/** Returns a cell as it stands in a line. Line ends become spaces. */
export function toCsvCell(value: string): string {
  const line = value.replace(/[\r\n]+/g, " ");
  return /[",]/.test(line) ? `"${line.replace(/"/g, '""')}"` : line;
}

/** Returns the cells of a line. */
export function readCsvLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))(?=,|$)/g)].map(
    ([, quoted, plain = ""]) => quoted?.replace(/""/g, '"') ?? plain,
  );
}

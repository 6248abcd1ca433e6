// Reads CSV as RFC 4180 has it, to see that what the site offers is what a spreadsheet reads.

/** Returns one record a line, by column name. A byte order mark is ignored. */
export function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = splitRows(text.replace(/^\ufeff/, ""));
  return rows.map((row) => {
    if (row.length !== header.length)
      throw new Error(`A row has ${row.length} cells, the header ${header.length}: ${row}`);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""]));
  });
}

function splitRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell is quoted, with doubled quotes inside, or plain; then comes a comma, a line end or the end.
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (cells.lastIndex < text.length) {
    const place = cells.lastIndex;
    const match = cells.exec(text);
    if (match === null) throw new Error(`Not CSV from here: ${JSON.stringify(text.slice(place, place + 60))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

// Takes the database of the language detector eld (https://github.com/nitotm/efficient-language-detector-js) into memory as
// plain rows of bytes. As objects, as the package holds it, it takes sixty megabytes for as long as the import runs: so it is
// read in a thread that ends, and takes that memory with it.

import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { PROJECT_DIR } from "../../project-dir.ts";

/** How often sequences of bytes occur in languages. */
export interface NgramRows {
  /** ISO 639-1 codes; their places are the languages' numbers. */
  readonly languages: readonly string[];
  /** By number of the language: the score that its own texts reach on average. */
  readonly averages: readonly number[];
  /** Sequences of up to six bytes of UTF-8, one after the other, each behind its length. */
  readonly sequences: Uint8Array;
  /** How many languages each sequence occurs in. */
  readonly counts: Uint8Array;
  /** For each of them the number of the language, and how much the sequence speaks for it. */
  readonly pairs: Uint8Array;
  /** What parts words. */
  readonly separators: RegExp;
}

// The smallest of its databases: on 180 pieces of 40 letters in nine languages of northern and western Europe it was as
// right as the next one (178).
const DATABASE = "extrasmall";
const YOUNG_GENERATION_MB = 4;

// The package writes each byte of a letter outside ASCII as a character of its dictionary.
const READER = `
const { parentPort, workerData } = require("node:worker_threads");
const read = async () => {
  const [{ ngramsData }, { avgScore }, { dictionary }, { separators }] = await Promise.all(
    workerData.map((address) => import(address)),
  );
  const bytes = new Map(dictionary.map((character, byte) => [character, byte]).slice(128));
  const languages = Object.values(ngramsData.languages);
  const rows = { sequences: new Uint8Array(1 << 19), counts: new Uint8Array(1 << 16), pairs: new Uint8Array(1 << 18) };
  const ends = { sequences: 0, counts: 0, pairs: 0 };
  const add = (name, byte) => {
    if (ends[name] === rows[name].length) throw new RangeError("more " + name + " than expected");
    rows[name][ends[name]++] = byte;
  };
  for (const sequence in ngramsData.ngrams) {
    add("sequences", sequence.length);
    for (const character of sequence) {
      add("sequences", /[a-z '\`]/.test(character) ? character.charCodeAt(0) : bytes.get(character));
    }
    let count = 0;
    const byLanguage = ngramsData.ngrams[sequence];
    for (const language in byLanguage) {
      add("pairs", Number(language));
      add("pairs", byLanguage[language]);
      count += 1;
    }
    add("counts", count);
  }
  const cut = (name) => rows[name].slice(0, ends[name]);
  parentPort.postMessage({
    languages,
    averages: languages.map((language) => avgScore[language]),
    sequences: cut("sequences"),
    counts: cut("counts"),
    pairs: cut("pairs"),
    separators,
  });
};
read();
`;

/** Reads the rows. @throws when the package eld does not lie where npm puts it, or is not as expected */
export function loadNgrams(): Promise<NgramRows> {
  const folder = `${PROJECT_DIR}node_modules/eld/src`;
  const files = [`ngrams/${DATABASE}.js`, "avgScore.js", "dictionary.js", "regexPatterns.js"];
  const workerData = files.map((file) => pathToFileURL(`${folder}/${file}`).href);
  return new Promise((resolve, reject) => {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
    const worker = new Worker(READER, { eval: true, workerData, resourceLimits });
    let rows: NgramRows | undefined;
    worker.once("message", (read: NgramRows) => {
      rows = read;
    });
    worker.once("error", reject);
    // Only then its memory is free again.
    worker.once("exit", () => {
      if (rows === undefined) reject(new Error(`The language database in ${folder} could not be read.`));
      else resolve(rows);
    });
  });
}

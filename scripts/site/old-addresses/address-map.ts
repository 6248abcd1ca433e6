// Makes the map from old addresses to new ones that scripts ask for when no file answers: `?p=ID`, other spellings, lost endings.

/** What the map of one place knows of one text. */
export interface MapRecord {
  /** Path of the text below the base, `/en/2011/slug/`, or of a file beside it, `/en/2011/slug/photo.jpg`. */
  readonly target: string;
  /** Its number at WordPress, for `?p=`. */
  readonly number?: string;
  /** Home of its blog, for the number. */
  readonly home: string;
  /** Old paths below the place, with their queries. */
  readonly paths: readonly string[];
}

/** Words by folder of the site and name in it. */
export type AddressFolders = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The map of one place: for each folder of the site, the texts in it with what they were called before. */
export interface AddressMap {
  /** Home of the blog whose numbers stand alone. */
  readonly home: string;
  /** By folder and name: words parted by spaces; digits are a number, `*` in a path stands for the name. */
  readonly to: AddressFolders;
  /** The same for files, which have no slash at their end; absent where no old address leads to one. */
  readonly files?: AddressFolders;
}

/** Returns the path of a place's map. */
export function mapPath(prefix: string): string {
  return prefix === "/" ? "/old/addresses.json" : `${prefix}addresses.json`;
}

/** Returns the map, as small as it can be and still be read by people; layouts/assets/old-addresses/ reads it. */
export function createAddressMap(records: readonly MapRecord[], home: string): AddressMap {
  const texts: Record<string, Record<string, string>> = {};
  const files: Record<string, Record<string, string>> = {};
  for (const record of records) {
    const isFile = !record.target.endsWith("/");
    const to = isFile ? files : texts;
    const cut = record.target.lastIndexOf("/", record.target.length - 2) + 1;
    const [folder, name] = [record.target.slice(0, cut), record.target.slice(cut, isFile ? undefined : -1)];
    const words = [...numberWords(record, home), ...record.paths.map((path) => shorten(path, name))];
    if (words.length === 0) continue;
    to[folder] ??= Object.create(null) as Record<string, string>;
    const names = to[folder] as Record<string, string>;
    const known = names[name];
    names[name] = known === undefined ? words.join(" ") : `${known} ${words.join(" ")}`;
  }
  return { home, to: texts, ...(Object.keys(files).length > 0 && { files }) };
}

function numberWords({ number, home: own }: MapRecord, home: string): readonly string[] {
  if (number === undefined) return [];
  return [own === home ? number : `${own}?p=${number}`];
}

function shorten(path: string, name: string): string {
  // A path that holds a star of its own, or the name twice, is written as it is.
  if (name === "" || path.includes("*")) return path.replaceAll("*", "%2A");
  const at = path.lastIndexOf(name);
  return at === -1 ? path : `${path.slice(0, at)}*${path.slice(at + name.length)}`;
}

// Opens Pagefind's index of each language, and declares the little of its interface that is used (https://pagefind.app/docs/api/).

/** An element with an id on an indexed page. */
export interface PagefindAnchor {
  readonly id: string;
  /** Value of `data-pagefind-title`; on this site only comments have one. */
  readonly title?: string;
  /** Number of the first word that follows the element's start. */
  readonly location: number;
}

/** The text of one page, as the index keeps it. */
export interface PagefindFragment {
  /** Path below the site's base: `/en/2011/a-post/`. */
  readonly url: string;
  /** Plain text, its words in order; where a language writes without spaces, they are parted by U+200B. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly PagefindAnchor[];
}

/** A page that was found. */
export interface PagefindResult {
  readonly score: number;
  /** Numbers of the words that were found, ascending. */
  readonly words: readonly number[];
  /** Fetches the page's text, once. */
  readonly data: () => Promise<PagefindFragment>;
}

interface PagefindInstance {
  readonly search: (query: string) => Promise<{ readonly results: readonly InstanceResult[] }>;
}

interface InstanceResult extends Pick<PagefindResult, "score" | "words"> {
  /** Name of the file that holds the page's text. */
  readonly id: string;
}

interface PagefindModule {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => PagefindInstance;
}

interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** The index of one language's pages. */
export interface LanguageIndex {
  /** As the pages declare it in `<html lang>`, in lower case. */
  readonly language: string;
  readonly search: (query: string) => Promise<readonly PagefindResult[]>;
}

/** Stands at the beginning of every file that Pagefind packs. */
const SIGNATURE = "pagefind_dcd";

/** How pages are ordered; what is not named is Pagefind's own. */
const RANKING = {
  // The word itself well before longer words that begin like it: a rare word must not drown in those.
  termSimilarity: 6,
  // A remark in a thread of a thousand counts about as much as one in a short thread.
  pageLength: 0.2,
  // Words of a title count in the text already, as those of a heading.
  metaWeights: { title: 1 },
} as const;

/**
 * Opens the indexes of all languages in a folder that Pagefind wrote.
 * @param bundle absolute address of the folder, with a slash at the end
 * @throws when the folder or one of its files cannot be fetched
 */
export async function openIndexes(bundle: string): Promise<readonly LanguageIndex[]> {
  const response = await fetch(`${bundle}pagefind-entry.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  const { languages } = (await response.json()) as PagefindEntry;
  // A tag of the content instead of Pagefind's own, the time of day, lets a browser keep what has not changed.
  const tag = Object.values(languages)
    .map(({ hash }) => hash)
    .join("-");
  return Promise.all(Object.keys(languages).map((language) => openIndex(bundle, language, tag)));
}

async function openIndex(bundle: string, language: string, metaCacheTag: string): Promise<LanguageIndex> {
  // A copy of the module for each language: the instances of one copy share a WebAssembly memory, and the first goes dead.
  const pagefind = (await import(`${bundle}pagefind.js?${encodeURIComponent(language)}`)) as PagefindModule;
  const instance = inLanguage(language, () =>
    pagefind.createInstance({
      basePath: bundle,
      baseUrl: "/",
      ranking: RANKING,
      metaCacheTag,
      // One script less to load for each language, and no difference to be felt: a search takes a few milliseconds.
      noWorker: true,
    }),
  );
  const read = createReader(bundle);
  return {
    language,
    search: async (query) => {
      const { results } = await instance.search(query);
      return results.map(({ id, score, words }) => ({ score, words, data: () => read(id) }));
    },
  };
}

/**
 * Returns a function that fetches a page's text. Pagefind's own also cuts an excerpt for each comment, and takes apart
 * the whole page for each: a thread of a thousand comments stops the browser for many seconds.
 */
function createReader(bundle: string): (id: string) => Promise<PagefindFragment> {
  const fragments = new Map<string, Promise<PagefindFragment>>();
  return (id) => {
    const known = fragments.get(id);
    if (known !== undefined) return known;
    const fragment = fetchFragment(`${bundle}fragment/${id}.pf_fragment`);
    fragments.set(id, fragment);
    fragment.catch(() => fragments.delete(id));
    return fragment;
  };
}

async function fetchFragment(address: string): Promise<PagefindFragment> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers unpack what is packed, without being asked to.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = new Blob([bytes]).stream();
  const text = await new Response(isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text();
  return JSON.parse(text.slice(SIGNATURE.length)) as PagefindFragment;
}

/** Pagefind takes the language from the page, while it creates an instance, and offers no other way. */
function inLanguage<Result>(language: string, act: () => Result): Result {
  const root = document.documentElement;
  const before = root.lang;
  root.lang = language;
  try {
    return act();
  } finally {
    root.lang = before;
  }
}

// Tells by their addresses whether two threads were of one page, and which post of the archive that is.

/** What an address says of its page. */
export interface PageAddress {
  /** Host without `www.`, in small letters; absent for a path alone. */
  readonly host?: string;
  /** Path and the parts of the query that name a page, in the form in which equal pages are equal. */
  readonly path: string;
  /** Number of the post, of WordPress's `?p=198`. */
  readonly postNumber?: string;
}

// What sites, services and readers hang on an address without meaning another page.
const IDLE_PARAMETERS =
  /^(?:utm_.*|fb_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|_ga|ref|ref_src|src|source|from|via|share|shared|nb|replytocom|like_comment|showcomment|m|amp|print|preview.*|nocache|cache|cachebust|_|sms_ss|at_xt|gi|spref|ncid|cmpid|iframe|theme|disqus.*|redirected|success|doing_wp_cron)$/i;
const NUMBER_PARAMETERS = ["p", "page_id"];

/** Reads an address, or a path such as `/blog/x.html`; undefined for what is neither. */
export function readPageAddress(text: string): PageAddress | undefined {
  const address = /https?:\/\/\S+/i.exec(text)?.[0] ?? text.trim();
  const isPath = /^\/[^/\s]/.test(address) || address === "/";
  if (!isPath && !/^https?:\/\//i.test(address)) return undefined;
  if (!URL.canParse(address, "http://path.invalid")) return undefined;
  const url = new URL(address, "http://path.invalid");
  const query = readQuery(url);
  const number = NUMBER_PARAMETERS.map((name) => url.searchParams.get(name)).find((value) => /^\d+$/.test(value ?? ""));
  return {
    ...(!isPath && { host: toHost(url.host) }),
    path: `${toPath(url.pathname)}${query}${/^#!/.test(url.hash) ? url.hash : ""}`,
    ...(number !== null && number !== undefined && { postNumber: number }),
  };
}

/** Returns a host in the form in which the hosts of one blog are equal: Blogger has shown each blog under its readers' countries. */
export function toHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\d?\./, "")
    .replace(/:(?:80|443)$/, "")
    .replace(/\.blogspot\.(?:com\.)?[a-z]{2,3}$/, ".blogspot.com");
}

/** Tells whether a path says enough to know a page by it on whatever host: a date, or a name of several words. */
export function isTellingPath(path: string): boolean {
  const bare = path.replace(/\?.*$/, "");
  return /\/\d{4}\/\d\d?\/./.test(bare) || (bare.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3;
}

function toPath(pathname: string): string {
  const path = decode(pathname)
    .normalize("NFC")
    .toLowerCase()
    .replace(/\/{2,}/g, "/")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, "/")
    .replace(/\/comment-page-\d+\/?$/, "/")
    .replace(/(.)\/(?:amp|feed|trackback)\/?$/, "$1/")
    .replace(/\.html?$/, "")
    .replace(/\/+$/, "");
  return path === "" ? "/" : path;
}

function readQuery({ searchParams }: URL): string {
  const kept = [...searchParams]
    .filter(([name]) => !IDLE_PARAMETERS.test(name))
    .map(([name, value]) => `${name}=${value}`);
  return kept.length === 0 ? "" : `?${kept.sort().join("&")}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

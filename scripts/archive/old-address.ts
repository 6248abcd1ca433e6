// Reads the addresses that a blog had while it was alive: the normal form in which equal pages are equal, and the parts
// that name a post by number, a comment, or another view of a page.

/** What a page was shown as, beside its own form. */
export type OldView = "amp" | "comments" | "embed" | "feed" | "trackback";

/** An address of the web, in the form in which addresses of one page are equal. */
export interface OldAddress {
  /** In small letters, without `www.`; blogspot of any country is `….blogspot.com`. A port that is not the usual one stays. */
  readonly host: string;
  /** Decoded, NFC, without `index.php` and slash at the end; `/` for the root. Letter case stays: Blogger tells it apart. */
  readonly path: string;
  /** What is left of the query that may name a page, sorted: `cat=3`; empty when nothing is. */
  readonly query: string;
  /** Number of WordPress's `?p=12`, `?page_id=12`, `?attachment_id=12`: posts, pages and attachments share one count. */
  readonly number?: string;
  /** Set when the address asks for a view of the page: `/amp/`, `/feed/`, `/comment-page-2/`. */
  readonly view?: OldView;
  /** Path of the page that the path's last part is a view of; the path itself may be a page that is called so. */
  readonly page?: string;
  /** Id of the comment that it leads to, as in the archive: `comment-12`, `c5678`. */
  readonly comment?: string;
  /** Fragment, decoded, that leads to a place in the text; those of the blog's own furniture (`#respond`) are left out. */
  readonly fragment?: string;
}

// What sites, services and readers hang on an address without meaning another page.
const IDLE_PARAMETERS =
  /^(?:utm_.*|fb_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|_ga|ref|ref_src|src|source|from|via|share|shared|nb|replytocom|like_comment|showcomment|cpage|amp|print|preview.*|nocache|cache|cachebust|_|sms_ss|at_xt|gi|spref|ncid|cmpid|iframe|theme|disqus.*|redirected|success|doing_wp_cron)$/i;
const NUMBER_PARAMETERS = new Set(["p", "page_id", "attachment_id"]);
const VIEW_PATH = /^(.*?)\/(?:(amp)|(comment-page-\d{1,6})|(embed)|(feed(?:\/(?:rss2?|rdf|atom))?)|(trackback))$/;
const FURNITURE =
  /^(?:respond|comments?|comment-?form|reply|addcomment|postcomment|disqus_thread|more(?:-\d+)?|top|content|main|primary|header|footer|sidebar|links|)$/i;

/** Reads an address; undefined for what is no http(s) address. Never throws. */
export function readOldAddress(text: string): OldAddress | undefined {
  const trimmed = text.trim().replace(/&(?:amp|#0?38);/gi, "&");
  if (!/^(?:https?:)?\/\/[^/?#]/i.test(trimmed)) return undefined;
  const absolute = trimmed.startsWith("//") ? `http:${trimmed}` : trimmed;
  if (!URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  const path = toOldPath(url.pathname);
  const { query, number, feed } = readQuery(url.searchParams);
  const { view, page } = readView(path);
  const shown = view ?? (feed ? "feed" : undefined);
  return {
    host: toOldHost(url.host),
    path,
    query,
    ...(number !== undefined && { number }),
    ...(shown !== undefined && { view: shown }),
    ...(page !== undefined && { page }),
    ...readFragment(url),
  };
}

/** Returns a host in the form in which the hosts of one blog are equal: Blogger showed each blog under its readers' countries. */
export function toOldHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:(?:80|443)$/, "")
    .replace(/\.$/, "")
    .replace(/^www\d?\.(?=[^.]+\.)/, "")
    .replace(/\.blogspot\.(?:com?\.)?[a-z]{2,3}$/, ".blogspot.com");
}

/** Returns a path, or a whole address's, in the form in which equal paths are equal. */
export function toOldPath(pathname: string): string {
  const path = decodeEscapes(pathname)
    .normalize("NFC")
    .replace(/\/{2,}/g, "/")
    .replace(/\/index\.php(?=\/|$)/i, "")
    .replace(/\/index\.html?$/i, "/")
    .replace(/\/+$/, "");
  return path === "" ? "/" : path;
}

/** Returns what two addresses of one page have in common: host, path, and the number or query where one names the page. */
export function toAddressKey({
  host,
  path,
  number,
  query,
}: Pick<OldAddress, "host" | "path" | "number" | "query">): string {
  if (number !== undefined) return `${host}${path}?p=${number}`;
  return query === "" ? `${host}${path}` : `${host}${path}?${query}`;
}

/** Returns the keys under which a page of an address may be known, the surest first. */
export function listAddressKeys(address: OldAddress): readonly string[] {
  const { host, path, page, number, query } = address;
  const keys = [toAddressKey(address)];
  if (page !== undefined) keys.push(toAddressKey({ ...address, path: page }));
  // A permalink with something unknown in its query is still that permalink; the root is not.
  if ((number !== undefined || query !== "") && path !== "/") keys.push(`${host}${path}`);
  return keys;
}

function readQuery(parameters: URLSearchParams): { query: string; number?: string; feed: boolean } {
  const kept: string[] = [];
  let number: string | undefined;
  let feed = false;
  for (const [name, value] of parameters) {
    if (NUMBER_PARAMETERS.has(name) && /^0*[1-9]\d*$/.test(value)) number ??= value.replace(/^0+/, "");
    else if (name === "feed") feed = true;
    // Blogger's `m=1` asks for its pages for telephones; WordPress's `m=201101` for a month.
    else if (!IDLE_PARAMETERS.test(name) && !(name === "m" && /^[01]?$/.test(value))) kept.push(`${name}=${value}`);
  }
  const query = kept.sort().join("&").normalize("NFC");
  return { query, feed, ...(number !== undefined && { number }) };
}

function readView(path: string): { view?: OldView; page?: string } {
  const found = VIEW_PATH.exec(path);
  if (found === null) return {};
  const [, page = "", amp, comments, embed, feed] = found;
  const view = amp ? "amp" : comments ? "comments" : embed ? "embed" : feed ? "feed" : "trackback";
  return { view, page: page === "" ? "/" : page };
}

function readFragment(url: URL): { comment?: string; fragment?: string } {
  const fragment = decodeEscapes(url.hash.slice(1)).normalize("NFC");
  const number = /^(?:(?:div|li|dsq|article)-)?comment-?(\d+)$/i.exec(fragment)?.[1];
  if (number !== undefined) return { comment: `comment-${number}` };
  if (/^c\d+$/.test(fragment)) return { comment: fragment };
  const replied = url.searchParams.get("replytocom") ?? "";
  if (FURNITURE.test(fragment)) return /^\d+$/.test(replied) ? { comment: `comment-${replied}` } : {};
  return { fragment };
}

// Escapes that are UTF-8 are decoded, but for those of `/`, `?`, `#` and `%`; others stay, in capital letters.
function decodeEscapes(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes).replace(/[/?#%]/g, encodeURIComponent);
    } catch {
      return escapes.toUpperCase();
    }
  });
}

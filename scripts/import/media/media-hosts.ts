// Knows on which hosts a blog's own files lie: its own, and those that blogging platforms keep files on.

const BLOG_PLATFORM_HOSTS: readonly RegExp[] = [
  // WordPress.com: uploads of blogs, also by their old addresses, and its resizer, whose path begins with the true host.
  /^[\w-]+\.files\.wordpress\.com$/,
  /^videos\.files\.wordpress\.com$/,
  /^i[0-3]\.wp\.com$/,
  // Blogger: albums of Picasa, then of Google.
  /^[1-9]\.bp\.blogspot\.com$/,
  /^bp[0-9]\.blogger\.com$/,
  /^photos[0-9]?\.blogger\.com$/,
  /^blogger\.googleusercontent\.com$/,
  /^lh[0-9]\.googleusercontent\.com$/,
  /^lh[0-9]\.ggpht\.com$/,
];
const PHOTON = /^i[0-3]\.wp\.com$/;
const WORDPRESS_FILES = /^([\w-]+)\.files\.wordpress\.com$/;
const BLOGGER_HOST =
  /^(?:[1-9]\.bp\.blogspot\.com|bp[0-9]\.blogger\.com|photos[0-9]?\.blogger\.com|blogger\.googleusercontent\.com|lh[0-9]\.(?:googleusercontent|ggpht)\.com)$/;

/** The hosts of one source. */
export interface SourceHosts {
  /** Host names without `www.`, in lower case. */
  readonly own: ReadonlySet<string>;
  /** Ports of the web, and those that the source's addresses name. */
  readonly ports: ReadonlySet<string>;
}

/** Returns the hosts of a source, from addresses on them: the blog's, and those of its uploads. */
export function toSourceHosts(addresses: Iterable<string>): SourceHosts {
  const own = new Set<string>();
  const ports = new Set([""]);
  for (const address of addresses) {
    if (!URL.canParse(address)) continue;
    const url = new URL(address);
    const host = trimHost(url.hostname);
    ports.add(url.port);
    // The uploads of every blog may lie there.
    if (host !== "" && !BLOG_PLATFORM_HOSTS.some((known) => known.test(host))) own.add(host);
    const blog = WORDPRESS_FILES.exec(host)?.[1];
    if (blog !== undefined) own.add(`${blog}.wordpress.com`);
  }
  return { own, ports };
}

/** Tells whether a host is the source's own or below it. */
export function isOwnHost(hostname: string, { own }: Pick<SourceHosts, "own">): boolean {
  const host = trimHost(hostname);
  const blog = WORDPRESS_FILES.exec(host)?.[1];
  if (blog !== undefined && own.has(`${blog}.wordpress.com`)) return true;
  for (let name = host; name.includes("."); name = name.slice(name.indexOf(".") + 1)) if (own.has(name)) return true;
  return false;
}

/** Tells whether files may be fetched from a host: the source's own, or a platform's for files. */
export function isMediaHost(hostname: string, hosts: SourceHosts): boolean {
  return isOwnHost(hostname, hosts) || BLOG_PLATFORM_HOSTS.some((known) => known.test(hostname.toLowerCase()));
}

/** Tells whether a host is WordPress.com's resizer. */
export function isPhotonHost(hostname: string): boolean {
  return PHOTON.test(hostname.toLowerCase());
}

/** Tells whether a host keeps files of Blogger's blogs, of whichever blog. */
export function isBloggerHost(hostname: string): boolean {
  return BLOGGER_HOST.test(hostname.toLowerCase());
}

function trimHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.$/, "");
}

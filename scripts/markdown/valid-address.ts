// Writes addresses as the URL standard has them (https://url.spec.whatwg.org/#valid-url-string): old blogs hold many that only browsers forgive.

const COMMON = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][\w.~:/?@!$&'()*+,;=-]*)?$/i;
const ABSOLUTE = /^(https?|ftp):([/\\]*)([^/?#\\]*)(.*)$/is;
const LABEL = /^[\p{L}\p{M}\p{N}_-]+$/u;
const NUMBER = /^(?:\d+|0x[\da-f]*)$/i;
const FORBIDDEN = /[[\]|^`{}\\<>"\s]|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** Returns a valid address that leads where browsers go with this one; undefined where they would go nowhere. */
export function toValidAddress(address: string): string | undefined {
  if (COMMON.test(address) && !address.includes("xn--")) return address;
  const [, scheme, slashes, authority = "", rest = ""] = ABSOLUTE.exec(address) ?? [];
  if (scheme === undefined) return fitRest(address);
  // Names and passwords before the host are nobody's business, and no valid address has them.
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  if (slashes === "//" && isUsualHost(host)) return `${scheme}://${host}${fitRest(rest)}`;
  const source = `${scheme}://${host}${rest}`;
  if (!URL.canParse(source)) return undefined;
  const url = new URL(source);
  const isValid = url.hostname.startsWith("[") || url.hostname.replace(/\.$/, "").split(".").every(isLabel);
  return isValid ? `${url.protocol}//${url.host}${fitRest(url.pathname + url.search + url.hash)}` : undefined;
}

function isUsualHost(host: string): boolean {
  const labels = host.split(".");
  const last = labels[labels.length - 1] ?? "";
  return labels.every(isLabel) && !NUMBER.test(last) && !/(?:^|\.)xn--/i.test(host);
}

function isLabel(label: string): boolean {
  return LABEL.test(label);
}

function fitRest(rest: string): string {
  const [before = "", ...fragment] = rest.split("#");
  const text = fragment.length === 0 ? before : `${before}#${fragment.join("%23")}`;
  return text.replace(/%(?![\da-f]{2})/gi, "%25").replace(FORBIDDEN, encode);
}

function encode(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    // Half of a pair is no character.
    return "";
  }
}

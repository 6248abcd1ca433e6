// Takes out of addresses what only their visitor should know: names and passwords before the host, and keys of sessions.

import { withoutUserInfo } from "../markdown/address.ts";

/** Keys of a session, or of somebody who may see what others may not, as forums, blogs and servers call them. */
const SECRET_KEY =
  /^(?:php_?sess(?:ion)?_?id|j?session_?(?:id|key|token)?|jsessionid|aspsessionid\w*|asp\.net_sessionid|cf(?:id|token)|sess(?:_?id)?|[a-z_]*(?:access|auth|csrf|login|preview|refresh|security|user)_?(?:token|key|nonce)|_?wpnonce|preview_id|preview_nonce|token|nonce|passw(?:or)?d|pwd|email|e-?mail)$/i;

/** phpBB's key of a session; other programs call harmless things so. */
const FORUM_SESSION = /^[\da-f]{32}$/i;

/** A value that no person would choose to show how an address is written. */
const MADE_VALUE = /=(?=[^=]*\d)[^=]{8}/;

/** An address, whole: what stands before the query, the query, the fragment. */
const ADDRESS = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Single sign-on hands keys over in the fragment, as in `#access_token=…&expires_in=…`, some behind a path or a query of its own. */
const PARAMETERS_IN_FRAGMENT = /^((?:[^?=&]*\?|[!/]*))([\w.~-]+=.*)$/s;

/** Returns an address without such parts; otherwise as it was written. */
export function withoutSecrets(address: string): string {
  return withoutSecretParts(withoutUserInfo(address), isSecret);
}

/** Returns an address that stands among words without such parts; what stands for a key, as in `?token=YOUR_TOKEN`, stays. */
export function withoutWrittenSecrets(address: string): string {
  return withoutSecretParts(address, (part) => isSecret(part) && MADE_VALUE.test(part));
}

function withoutSecretParts(address: string, isLeft: (part: string) => boolean): string {
  const plain = address.replace(/;jsessionid=[^/?#]*/gi, "");
  const [, before = "", query, fragment] = ADDRESS.exec(plain) ?? [];
  const [, path = "", parameters] = PARAMETERS_IN_FRAGMENT.exec(fragment ?? "") ?? [];
  const keptFragment = parameters === undefined ? fragment : keepParts(path, parameters, isLeft);
  return (
    before +
    (query === undefined ? "" : keepParts("?", query, isLeft)) +
    (keptFragment === undefined || (keptFragment === "" && fragment !== "") ? "" : `#${keptFragment}`)
  );
}

function keepParts(sign: string, parameters: string, isLeft: (part: string) => boolean): string {
  const parts = parameters.split("&");
  const kept = parts.filter((part) => !isLeft(part));
  if (kept.length === parts.length) return sign + parameters;
  return kept.length === 0 ? sign.replace(/\?$/, "") : sign + kept.join("&");
}

function isSecret(part: string): boolean {
  const [name = "", value = ""] = part.split("=");
  return SECRET_KEY.test(name) || (name.toLowerCase() === "sid" && FORUM_SESSION.test(value));
}

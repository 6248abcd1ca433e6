// Tells texts in which every e-mail address and IP number is invented, as those of tests and examples are, from those of people.

import { findEmailAddresses } from "../markdown/email-address.ts";

// Names that are nobody's (https://www.rfc-editor.org/rfc/rfc2606, https://www.rfc-editor.org/rfc/rfc6761).
const INVENTED_HOST = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i;
/** Blogger writes it for everybody. */
const NOBODY = "noreply@blogger.com";
// Numbers of documentation and of no network (https://www.rfc-editor.org/rfc/rfc5737, rfc3849, rfc1918).
const INVENTED_NUMBER =
  /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|10\.|127\.|192\.168\.|0\.0\.0\.0$|2001:0?db8:|::1?$)/i;
/** Where exports keep the numbers of those who commented: WordPress, Disqus. */
const NUMBER_FIELD = /(?:comment_author_IP|ipAddress)>\s*(?:<!\[CDATA\[)?\s*([\da-f]*[.:][\da-f.:]+)/gi;

/** Tells whether a text of an export, or about one, holds no address that could be a person's. */
export function holdsOnlyInventedAddresses(text: string): boolean {
  const areAddressesInvented = findEmailAddresses(text).every(({ start, end }) => {
    const address = text.slice(start, end);
    return (
      address.toLowerCase() === NOBODY ||
      INVENTED_HOST.test(address.slice(address.search(/@|%40/)).replace(/^(?:@|%40)/, ""))
    );
  });
  return (
    areAddressesInvented && [...text.matchAll(NUMBER_FIELD)].every(([, number = ""]) => INVENTED_NUMBER.test(number))
  );
}

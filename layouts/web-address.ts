// Lets only addresses of the web become links: what sources hold may be anything.

import { toValidAddress } from "../scripts/markdown/valid-address.ts";

/** Returns the address when it is absolute http or https, else undefined. */
export function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(address)) return undefined;
  return URL.canParse(address) ? toValidAddress(new URL(address).href) : undefined;
}

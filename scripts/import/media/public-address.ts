// Tells the addresses of the public internet from those of private networks and of this machine, which an export must never
// make a program ask (https://www.iana.org/assignments/iana-ipv4-special-registry).

import { BlockList, isIP } from "node:net";

const NOT_PUBLIC = new BlockList();
for (const range of `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`.split(/\s+/)) {
  const [network = "", bits = ""] = range.split("/");
  NOT_PUBLIC.addSubnet(network, Number(bits), "ipv4");
}
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet("2000::", 3, "ipv6");
const NOT_PUBLIC_V6 = new BlockList();
// Documentation, old transition mechanisms that may hide a private address, and networks of one's own.
for (const range of "2001:db8::/32 2001::/23 2002::/16 3fff::/20 64:ff9b::/96".split(" ")) {
  const [network = "", bits = ""] = range.split("/");
  NOT_PUBLIC_V6.addSubnet(network, Number(bits), "ipv6");
}

/** Tells whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !NOT_PUBLIC.check(address, "ipv4");
  if (version !== 6) return false;
  return PUBLIC_V6.check(address, "ipv6") && !NOT_PUBLIC_V6.check(address, "ipv6");
}

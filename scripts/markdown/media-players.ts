// Follows players and frames while HTML is read: each becomes one plain link to what it showed.

import { resolveAddress, toSafeAddress, toWatchAddress } from "./address.ts";

/** The player or frame that is open, and whether a link to what it shows has been written. */
export class MediaPlayers {
  private readonly baseUrl: string;
  private readonly insertLink: (href: string) => void;
  private player: { address: string | undefined; isShown: boolean } | undefined;

  /** `insertLink` puts a link into the tree, on a line of its own. */
  constructor(baseUrl: string | undefined, insertLink: (href: string) => void) {
    this.baseUrl = baseUrl ?? "https://";
    this.insertLink = insertLink;
  }

  /** Opens a player whose film may be named later, or at its end is at `address`. */
  open(address: string | undefined): void {
    this.close();
    this.player = { address, isShown: false };
  }

  /** Closes the player; what it would have shown is linked now, if it was not before. */
  close(): void {
    const { player } = this;
    this.player = undefined;
    if (player?.address !== undefined && !player.isShown) this.link(player.address);
  }

  /** Names what the open player shows, for when nothing better is named. */
  suggest(address: string | undefined): void {
    if (this.player !== undefined) this.player.address ??= address;
  }

  /** Links what a player or frame shows; a player links one thing only. */
  show(address: string | undefined): void {
    if (this.player?.isShown === true) return;
    const isLinked = this.link(address);
    if (this.player !== undefined && isLinked) this.player.isShown = true;
  }

  /** Links what a frame shows, whatever player is open. Returns false for an address that is not for links. */
  link(address: string | undefined): boolean {
    const absolute = toSafeAddress(resolveAddress(address ?? "", this.baseUrl), "image");
    if (absolute === undefined || !/^https?:\/\/./i.test(absolute)) return false;
    this.insertLink(toWatchAddress(absolute));
    return true;
  }
}

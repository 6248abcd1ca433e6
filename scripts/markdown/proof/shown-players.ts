// What is shown for players, frames and image maps: a line with a link to each thing that they showed.

import { normalizeAddress, spellAddress } from "./compared-address.ts";
import { LINK_SCHEMES, WATCH_PAGES } from "./omissions.ts";
import type { ShownCollector } from "./shown.ts";

/** Follows the player that is open; it shows one thing, the first that can be linked. */
export class ShownPlayers {
  private readonly shown: ShownCollector;
  private readonly baseUrl: string | undefined;
  private player: { address: string | undefined; isShown: boolean } | undefined;

  constructor(shown: ShownCollector, baseUrl: string | undefined) {
    this.shown = shown;
    this.baseUrl = baseUrl;
  }

  /** Opens a player; the address is for when nothing in it names another. */
  open(address: string | undefined): void {
    this.close();
    this.player = { address, isShown: false };
  }

  close(): void {
    const { player } = this;
    this.player = undefined;
    if (player !== undefined && !player.isShown) this.link(player.address);
  }

  suggest(address: string | undefined): void {
    if (this.player !== undefined) this.player.address ??= address;
  }

  show(address: string | undefined): void {
    if (this.player?.isShown === true) return;
    const isLinked = this.link(address);
    if (this.player !== undefined && isLinked) this.player.isShown = true;
  }

  /** Shows a line with a link; false where the address is none. */
  link(address: string | undefined): boolean {
    const spelled = spellAddress(address, this.baseUrl);
    if (spelled === undefined) return false;
    const watched = toWatchPage(spelled);
    const { shown } = this;
    const { link } = shown;
    shown.endLine();
    shown.link = { address: normalizeAddress(watched, this.baseUrl, LINK_SCHEMES) ?? watched, title: "" };
    shown.addText(watched);
    shown.endLine();
    shown.link = link;
    return true;
  }
}

function toWatchPage(address: string): string {
  for (const { player, page } of WATCH_PAGES) {
    const name = player.exec(address)?.[1];
    if (name !== undefined) return page + name;
  }
  return address;
}

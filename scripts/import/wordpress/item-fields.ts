// What an item is, from fields that some tools leave out.

import type { WxrItem } from "../wxr/wxr-model.ts";

/** Returns the item's post type; tools that leave it out write posts only. */
export function typeOf(item: WxrItem): string {
  const type = item.fields.get("wp:post_type")?.trim() ?? "";
  return type === "" ? "post" : type;
}

/** Returns the item's status; tools that leave it out write what was published. */
export function statusOf(item: WxrItem): string {
  const status = item.fields.get("wp:status")?.trim() ?? "";
  return status === "" ? "publish" : status;
}

/** Returns the item's number, from its address where the field is missing (`?p=4`); undefined when there is none. */
export function idOf(item: WxrItem): string | undefined {
  const id = item.fields.get("wp:post_id")?.trim() ?? "";
  if (/^\d+$/.test(id)) return id;
  const addresses = [item.fields.get("link") ?? "", item.fields.get("guid") ?? ""];
  return addresses
    .map((address) => /[?&](?:p|page_id)=(\d+)\b/.exec(address)?.[1])
    .find((found) => found !== undefined);
}

/** Returns what tells one item from every other: two items with one key are the same, read twice. */
export function keyOf(item: WxrItem): string {
  const id = idOf(item) ?? "";
  const guid = item.fields.get("guid")?.trim() ?? "";
  const address = guid === "" ? (item.fields.get("link")?.trim() ?? "") : guid;
  // Without number and address nothing tells that two items are one.
  return id === "" && address === ""
    ? `line ${item.line} ${item.fields.get("title") ?? ""}`
    : `${id} ${typeOf(item)} ${address}`;
}

// Tells in Markdown which pages a change touches: for the summary page of a workflow, or a comment below a pull request.

import { escapeMarkdown } from "../check/escape-markdown.ts";
import type { Speaker } from "../strings/messages/index.ts";
import type { Change, SiteChanges } from "./compare-sites.ts";

// Each of three lists; a comment on GitHub may hold 65,536 characters.
const MAX_LISTED = 60;
const MAX_TITLE = 120;
const CHANGES: readonly Change[] = ["added", "changed", "removed"];

/**
 * Returns Markdown, the same for the same sites. Titles come from strangers: they are shown, and do nothing.
 * @param changes absent when the site before the change could not be built
 */
export function describeChanges(changes: SiteChanges | undefined, speaker: Speaker): string {
  const { say, count } = speaker;
  const heading = `## ${say("preview.title")}`;
  const how = say("preview.how");
  if (changes === undefined) return join([heading, say("preview.notCompared"), how]);
  const { texts } = changes;
  const lists = CHANGES.flatMap((change) => describeTexts(change, changes, speaker));
  const more = (["others", "redirects", "surroundings", "files"] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => `- ${count(`preview.${kind}`, changes[kind])}`);
  const none = texts.length === 0 && more.length === 0 ? [say("preview.nothing")] : [];
  return join([heading, ...none, ...lists, ...(more.length === 0 ? [] : [say("preview.also"), more.join("\n")]), how]);
}

function describeTexts(change: Change, { texts }: SiteChanges, { say, count }: Speaker): readonly string[] {
  const found = texts.filter((text) => text.change === change);
  if (found.length === 0) return [];
  const lines = found.slice(0, MAX_LISTED).map(({ title, path }) => {
    const name = title === "" ? say("preview.untitled") : escapeMarkdown(cut(title));
    return `- ${name}: ${escapeMarkdown(path)}`;
  });
  const left = found.length - lines.length;
  const rest = left === 0 ? [] : [`- ${count("preview.more", left)}`];
  return [`**${count(`preview.${change}`, found.length)}**`, [...lines, ...rest].join("\n")];
}

function cut(title: string): string {
  const characters = [...title];
  return characters.length <= MAX_TITLE ? title : `${characters.slice(0, MAX_TITLE - 1).join("")}…`;
}

function join(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}

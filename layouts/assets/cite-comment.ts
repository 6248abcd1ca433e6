// Shows the references of a comment in a dialog, made from what the page says of it. Loaded when first asked for.

import type { Citation } from "../../scripts/site/cite/citation.ts";
import { citeWords } from "../../scripts/site/cite/cite-words.ts";
import { type FormatName, writeCitation } from "../../scripts/site/cite/formats.ts";
import { getStrings, type Strings, toLanguage } from "../../scripts/strings/index.ts";
import { readSaid } from "./said.ts";

/** Opens the dialog with the references of a comment. `cite` is the page's own block of references. */
export function showCitation(cite: HTMLElement, comment: HTMLElement): void {
  const t = getStrings(toLanguage(document.documentElement.lang) ?? "en");
  const dialog = document.querySelector<HTMLDialogElement>(".cite-dialog") ?? makeDialog(cite, t);
  // What the page tells of the post that its comments stand below: components/PostCite.tsx.
  const citation = citeComment(JSON.parse(cite.dataset.cite ?? "") as Citation, comment);
  const words = citeWords(t);
  for (const place of dialog.querySelectorAll<HTMLElement>("[data-format]")) {
    place.textContent = writeCitation(place.dataset.format as FormatName, citation, words).replace(/[\r\n]+$/, "");
  }
  const status = dialog.querySelector("[role=status]");
  if (status) status.textContent = "";
  dialog.showModal();
}

/** Returns the citation of a comment: its own author, date and address; title, blog and version are the post's. */
function citeComment(post: Citation, comment: HTMLElement): Citation {
  const { author, date, lang = post.lang } = readSaid(comment.dataset.said ?? "");
  const { author: _author, date: _date, lang: _lang, ...shared } = post;
  const isKnown = post.url !== undefined && post.url !== post.originalUrl;
  return {
    ...shared,
    kind: "comment",
    id: `${post.id}#${comment.id}`,
    ...(author && { author }),
    ...(date && { date }),
    ...(lang && { lang }),
    ...(isKnown && { url: `${post.url}#${encodeURIComponent(comment.id)}` }),
  };
}

function makeDialog(cite: HTMLElement, t: Strings): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "cite-dialog";
  dialog.setAttribute("aria-labelledby", "cite-dialog");
  const heading = document.createElement("h2");
  heading.id = "cite-dialog";
  heading.textContent = t["cite.commentTitle"];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite-close";
  button.textContent = t["cite.close"];
  button.addEventListener("click", () => dialog.close());
  const forms = cite.querySelector(".cite-forms")?.cloneNode(true);
  dialog.append(heading, ...(forms ? [forms] : []), button);
  document.body.append(dialog);
  return dialog;
}

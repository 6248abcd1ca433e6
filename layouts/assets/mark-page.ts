// Marks on a post's page what was searched for, and offers to take the marks away again.

import { getStrings, type Language } from "../../scripts/strings/index.ts";
import { dropNote } from "./found-words.ts";
import { create } from "./search/create-element.ts";
import { findMarks, type MarkedRun } from "./search/find-marks.ts";

/** What was indexed: titles, names, texts. */
const MARKED = ".post h1.p-name, .post .p-author, .post .post-summary, .post .e-content";

/** Marks the page. What the address names is in sight already; else the first mark is brought into sight. */
export function markPage(runs: readonly MarkedRun[], language: Language): void {
  for (const element of document.querySelectorAll<HTMLElement>(MARKED)) markElement(element, runs);
  const marks = [...document.querySelectorAll<HTMLElement>("mark.found")];
  if (marks.length === 0) return;
  const note = drawNote(language, () => {
    for (const mark of document.querySelectorAll("mark.found")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    dropNote();
    note.remove();
    document.querySelector<HTMLElement>(":target, main")?.focus();
  });
  document.querySelector("main")?.before(note);
  if (location.hash === "") showFirst(marks);
}

/** The title is in sight; a word far down in a long text is not. */
function showFirst(marks: readonly HTMLElement[]): void {
  const first = marks.find((mark) => mark.closest(".comment") === null);
  if (first === undefined || scrollY > 0) return;
  const { bottom } = first.getBoundingClientRect();
  if (bottom > innerHeight) first.scrollIntoView({ block: "center", behavior: "instant" });
}

function markElement(element: HTMLElement, runs: readonly MarkedRun[]): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  for (const node of nodes) {
    // From the end, so that the places before it stay what they are.
    for (const { start, end } of [...findMarks(node.data, runs)].reverse()) {
      const found = node.splitText(start);
      found.splitText(end - start);
      const mark = create("mark", "found");
      found.replaceWith(mark);
      mark.append(found);
    }
  }
}

function drawNote(language: Language, onRemove: () => void): HTMLElement {
  const t = getStrings(language);
  const button = create("button", "", t["found.remove"]);
  button.type = "button";
  button.addEventListener("click", onRemove);
  const note = create("aside", "found-note", create("p", "", t["found.note"]), button);
  note.setAttribute("aria-label", t["found.label"]);
  return note;
}

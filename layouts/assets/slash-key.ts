// Leads to the search field by the key `/`. The reader can switch it off, for some speak to their browser (WCAG 2.1.4).

import { recall, remember } from "./storage.ts";

const KEY = "ordskifte.no-slash";

/** Tells whether the key is switched on. */
export function hasSlash(): boolean {
  return !recall("localStorage", KEY);
}

/** Switches the key on or off. */
export function setSlash(isOn: boolean): void {
  remember("localStorage", KEY, !isOn);
}

/** Waits for the key. */
export function watchSlash(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.isComposing || isTyping(event.target) || document.querySelector("dialog[open]") !== null) return;
    const field = document.querySelector<HTMLInputElement>("main input[name=q], .site-header input[name=q]");
    if (field === null || !hasSlash()) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

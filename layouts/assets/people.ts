// The list of people: makes each name that has no page a link to the search for what was written under it.

const names = document.querySelector<HTMLElement>(".searchable-names[data-search]");
if (names?.dataset.search !== undefined) linkNames(names, names.dataset.search);

/** Links the names below an element. They are text until now, because the search needs this script's language too. */
function linkNames(list: HTMLElement, search: string): void {
  for (const name of list.querySelectorAll("li > bdi")) {
    const link = document.createElement("a");
    link.href = `${search}?${new URLSearchParams({ q: toPhrase(name.textContent ?? "") })}`;
    link.rel = "nofollow";
    name.replaceWith(link);
    link.append(name);
  }
  document.querySelector(".search-hint")?.removeAttribute("hidden");
}

/** Returns a name as a phrase in quotation marks; marks of its own would end the phrase. */
function toPhrase(name: string): string {
  return `"${name
    .replace(/["“”„«»]/g, " ")
    .replace(/\s+/g, " ")
    .trim()}"`;
}

// Script of the chooser at `/`: remembers the reader's language and takes a returning reader there. `/#choose` always shows the choice.

const KEY = "ordskifte.language";

const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-choice]")];

for (const link of links) {
  link.addEventListener("click", () => remember(link.getAttribute("data-choice") ?? ""));
}

const remembered = links.find((link) => link.getAttribute("data-choice") === recall());
if (remembered !== undefined && location.hash !== "#choose") location.replace(remembered.href);

// Storage may be switched off or full: then the chooser simply stays.
function remember(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {}
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

// Copies references, and shows those of comments. Without it they stand on the page to be selected, and comments are cited by their permalink.

const cite = document.querySelector<HTMLElement>(".cite");

for (const button of document.querySelectorAll<HTMLElement>(".cite-form button")) button.hidden = false;

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const form = target?.closest("button")?.closest(".cite-form");
  if (form) void copy(form);
  const comment = target?.closest("a.to-cite")?.closest<HTMLElement>(".comment");
  const script = cite?.dataset.script;
  if (!cite || !comment || script === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void show(cite, comment, script);
});

async function show(cite: HTMLElement, comment: HTMLElement, script: string): Promise<void> {
  try {
    const { showCitation }: typeof import("./cite-comment.ts") = await import(new URL(script, location.href).href);
    showCitation(cite, comment);
  } catch {
    location.hash = "cite";
  }
}

async function copy(form: Element): Promise<void> {
  const reference = form.querySelector("pre");
  const status = form.parentElement?.querySelector<HTMLElement>("[role=status]");
  if (!reference || !status) return;
  status.textContent = "";
  const isCopied = await navigator.clipboard?.writeText(reference.textContent ?? "").then(
    () => true,
    () => false,
  );
  if (!isCopied) getSelection()?.selectAllChildren(reference);
  status.textContent = (isCopied ? status.dataset.copied : status.dataset.notCopied) ?? "";
}

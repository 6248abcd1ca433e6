// Finds the comment that Blogger's `?showComment=` names: by its id, or by the moment at which it was written.

/**
 * Returns the fragment of the comment on the new page, or nothing. Blogger put the moment in milliseconds there; the
 * archive knows the second.
 */
export async function findShownComment(search: string, target: string): Promise<string | undefined> {
  const shown = new URLSearchParams(search).get("showComment") ?? "";
  if (!/^\d{6,20}$/.test(shown)) return undefined;
  const page = await fetch(target)
    .then((response) => (response.ok ? response.text() : ""))
    .catch(() => "");
  const document = new DOMParser().parseFromString(page, "text/html");
  if (document.getElementById(`c${shown}`) !== null) return `#c${shown}`;
  const second = Math.floor(Number(shown) / 1000);
  const written = [...document.querySelectorAll<HTMLElement>("article[id]")].find((comment) => {
    const time = comment.querySelector("time")?.getAttribute("datetime") ?? "";
    return /T.*(?:Z|[+-]\d\d:\d\d)$/.test(time) && Math.floor(Date.parse(time) / 1000) === second;
  });
  return written === undefined ? undefined : `#${encodeURIComponent(written.id)}`;
}

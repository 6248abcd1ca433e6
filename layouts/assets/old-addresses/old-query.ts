// Recognises at the home of an old blog the queries that named a text, a search or a feed there.

/** Tells whether a query may name a text: `?p=12`, `?page_id=7`, `?attachment_id=9`. Everything else at a home is idle. */
export function namesText(search: string): boolean {
  return /[?&](?:p|page_id|attachment_id)=0*[1-9]\d*(?:&|$)/.test(search);
}

/** Returns the words that an old search was for: `?s=words` at WordPress, `/search?q=words` at Blogger. */
export function readSearch(search: string): string | undefined {
  const parameters = new URLSearchParams(search);
  return parameters.get("s")?.trim() || undefined;
}

// Writes JSON-LD (https://www.w3.org/TR/json-ld11/) for a script element: data, which no browser runs.

/** A node of JSON-LD. Keys whose value is undefined are left out. */
export type Node = { readonly [key: string]: Value | undefined };
type Value = string | number | boolean | Node | readonly Value[];

/** Returns the nodes as the text of a `<script type="application/ld+json">`; no text of the archive can end that element. */
export function writeJsonLd(nodes: readonly Node[]): string {
  const [first] = nodes;
  const document =
    nodes.length === 1 && first !== undefined
      ? { "@context": "https://schema.org", ...first }
      : { "@context": "https://schema.org", "@graph": nodes };
  return JSON.stringify(document).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

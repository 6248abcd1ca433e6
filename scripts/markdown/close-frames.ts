// Keeps frames and the like that are never closed from swallowing the rest of a text, as `<iframe … />` would.

/** What the start tag of each is read as where no end tag follows. */
const INSTEAD: Readonly<Record<string, string>> = {
  iframe: "embed",
  video: "embed",
  audio: "embed",
  noembed: "span",
  noframes: "span",
  canvas: "span",
  template: "span",
  datalist: "span",
  title: "span",
};
const START = /<(iframe|video|audio|noembed|noframes|canvas|template|datalist|title)(?=[\s/>])/gi;
const END = /<\/(iframe|video|audio|noembed|noframes|canvas|template|datalist|title)/gi;

/** Returns the HTML with the start tags of frames that are never closed renamed. */
export function closeFrames(html: string): string {
  if (html.search(START) === -1) return html;
  const lastEnds = new Map<string, number>();
  for (const { 1: name = "", index } of html.matchAll(END)) lastEnds.set(name.toLowerCase(), index);
  return html.replace(START, (tag, name: string, index: number) =>
    index < (lastEnds.get(name.toLowerCase()) ?? -1) ? tag : `<${INSTEAD[name.toLowerCase()]}`,
  );
}

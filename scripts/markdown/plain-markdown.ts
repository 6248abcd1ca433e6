// The short way for texts of mere paragraphs and line breaks, which most comments are: what markdown-it and all that follows
// would make of them is known beforehand. A test holds both ways to the same result.

// Whatever might be markup, a web address, or white space that is not shown as it stands. Written without "^" and "$",
// which cost twice the time; the ends of the text are looked at apart.
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[`*_[\]<>&~|\0-\x09\x0b-\x1f\x7f\u200b\ufeff\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| [ \n\\]|\n[ #+=\\-]|\n\d{1,9}[.)]|\\(?!\n[^\n\\])|:\/\//;
const SUSPECT_START = /^(?:[ #+=\\-]|\d{1,9}[.)])/;

/** Returns true for Markdown that is nothing but paragraphs of text, with hard line breaks or without. */
export function isPlainMarkdown(markdown: string): boolean {
  return !SUSPECT.test(markdown) && !markdown.endsWith(" ") && !SUSPECT_START.test(markdown);
}

/** Returns the HTML of such Markdown. */
export function renderPlain(markdown: string): string {
  const paragraphs: string[] = [];
  for (const paragraph of markdown.split("\n\n")) {
    const text = paragraph.includes("\n") ? renderLines(paragraph) : paragraph;
    if (text !== "") paragraphs.push(`<p>${text}</p>`);
  }
  return paragraphs.join("\n");
}

/** Returns the plain text of what renderPlain() returned, as htmlToText makes it. */
export function plainTextOf(html: string): string {
  return html.slice("<p>".length, -"</p>".length).replaceAll("</p>\n<p>", "\n\n").replaceAll("<br>", "\n");
}

function renderLines(paragraph: string): string {
  const lines =
    paragraph.startsWith("\n") || paragraph.endsWith("\n") ? paragraph.replace(/^\n+|\n+$/g, "") : paragraph;
  return lines.replaceAll("\\\n", "<br>").replaceAll("\n", " ");
}

// Anything but paragraphs and line breaks, and characters that are written in another way or are not shown.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const SUSPECT_HTML = /<(?!\/?p>|br ?\/?>)|[&\0-\x08\x0b\x0c\x0e-\x1f\x7f]/i;

/** Returns the Markdown of HTML that is nothing but paragraphs of plain text with line breaks, else undefined. */
export function writePlain(html: string): string | undefined {
  if (SUSPECT_HTML.test(html)) return undefined;
  const paragraphs: string[] = [];
  for (const piece of html.split(/<\/?p>/i)) {
    const flat = collapse(piece);
    if (flat === "") continue;
    paragraphs.push(flat.includes("<") ? flat.replace(/ ?<br ?\/?> ?/gi, "\\\n") : flat);
  }
  const markdown = paragraphs.join("\n\n");
  return isPlainMarkdown(markdown) ? markdown : undefined;
}

function collapse(text: string): string {
  const flat = /[\t\n\r]| {2}/.test(text) ? text.replace(/[ \t\n\r]+/g, " ") : text;
  const start = flat.startsWith(" ") ? 1 : 0;
  const end = flat.length - (flat.endsWith(" ") ? 1 : 0);
  return start === 0 && end === flat.length ? flat : flat.slice(start, end);
}

// Reads XML strictly (https://www.w3.org/TR/xml/): what is not well-formed throws. htmlparser2 forgives, and xmllint is not everywhere.

/** An element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

const NAME = "[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?";
const TAG = new RegExp(`<(?:(/)(${NAME})\\s*|(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?))>`, "y");
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#x([0-9a-f]+)|#(\d+));/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Returns the root of a document. @throws Error that names the place of the first fault. */
export function parseXml(xml: string): XmlElement {
  const fail = (at: number, what: string): never => {
    throw new Error(`${what} at ${at}: ${JSON.stringify(xml.slice(Math.max(0, at - 40), at + 40))}`);
  };
  const forbidden = FORBIDDEN.exec(xml);
  if (forbidden !== null) fail(forbidden.index, "a forbidden character");
  const start = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml)?.[0].length ?? fail(0, "no declaration");
  const open: OpenElement[] = [];
  const roots: OpenElement[] = [];
  for (let at = start; at < xml.length; ) {
    const next = xml.indexOf("<", at);
    const text = xml.slice(at, next === -1 ? xml.length : next);
    const parent = open.at(-1);
    if (parent !== undefined) parent.text += decodeEntities(text, () => fail(at, "a bare &"));
    else if (text.trim() !== "") fail(at, "text outside of the root");
    if (next === -1) break;
    TAG.lastIndex = next;
    const match = TAG.exec(xml) ?? fail(next, "no tag");
    const [whole, closing, closed, name = "", attributes = "", empty] = match;
    if (closing !== undefined) {
      if (open.pop()?.name !== closed) fail(next, "an end tag too much");
    } else {
      const element: OpenElement = { name, attributes: readAttributes(attributes, next, fail), children: [], text: "" };
      (parent?.children ?? roots).push(element);
      if (empty !== "/") open.push(element);
    }
    at = next + whole.length;
  }
  if (open.length > 0 || roots.length !== 1) fail(xml.length, "no end, or several roots");
  checkPrefixes(roots[0] as XmlElement, new Set(["xml", "xmlns"]));
  return roots[0] as XmlElement;
}

function readAttributes(
  text: string,
  at: number,
  fail: (at: number, what: string) => never,
): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(new RegExp(`(${NAME})="([^"]*)"`, "g"))) {
    if (Object.hasOwn(attributes, name)) fail(at, `${name} twice`);
    attributes[name] = decodeEntities(value, () => fail(at, "a bare &"));
  }
  return attributes;
}

function decodeEntities(text: string, fail: () => never): string {
  if (text.replace(ENTITY, "").includes("&")) fail();
  const names: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(ENTITY, (_, name?: string, hex?: string, decimal?: string) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16))
      : (names[name] ?? ""),
  );
}

function checkPrefixes(element: XmlElement, known: ReadonlySet<string>): void {
  const declared = Object.keys(element.attributes).flatMap((name) => /^xmlns:(.+)$/.exec(name)?.[1] ?? []);
  const all = new Set([...known, ...declared]);
  for (const name of [element.name, ...Object.keys(element.attributes)]) {
    const prefix = /^([^:]+):/.exec(name)?.[1];
    if (prefix !== undefined && !all.has(prefix)) throw new Error(`the prefix of ${name} is not declared`);
  }
  for (const child of element.children) checkPrefixes(child, all);
}

/** Returns the elements of a name directly in another. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

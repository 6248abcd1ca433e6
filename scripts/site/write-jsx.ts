// Writes JSX as HTML. It knows what the components of this site are, plain functions of their props, and nothing of hooks,
// contexts or classes: so it takes three quarters of the time of a renderer that must reckon with them.

import { type ComponentChildren, type FunctionComponent, isValidElement, type VNode } from "preact";

type Props = Readonly<Record<string, unknown>>;

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/** Start tags without their end, end tags, and attributes up to their value: a page has a thousand of them, and few names. */
const [starts, ends, attributes] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];

/** What has been written so far. */
let html = "";

/** Returns the HTML of JSX. All text and all values are escaped; only `dangerouslySetInnerHTML` is written as it is. */
export function writeJsx(jsx: ComponentChildren): string {
  const outside = html;
  html = "";
  try {
    write(jsx);
    return html;
  } finally {
    html = outside;
  }
}

/** Stands in JSX for what writeJsx() has returned before. */
export function Written(_: { readonly html: string }): null {
  return null;
}

function write(jsx: ComponentChildren): void {
  if (typeof jsx === "string") html += escapeText(jsx);
  else if (jsx === null || jsx === undefined || typeof jsx === "boolean") return;
  else if (Array.isArray(jsx)) for (const child of jsx) write(child);
  else if (typeof jsx === "number") html += jsx;
  else if (isValidElement(jsx)) writeNode(jsx as VNode<Props>);
  else throw new Error("JSX holds an object that is no element.");
}

function writeNode({ type, props }: VNode<Props>): void {
  if (typeof type === "string") writeElement(type, props);
  else if ((type as unknown) === Written) html += props.html;
  else write((type as FunctionComponent<Props>)(props));
}

function writeElement(name: string, props: Props): void {
  html += frame(starts, "<", name, "");
  let raw: string | undefined;
  for (const key in props) {
    const value = props[key];
    if (key === "children" || value === undefined || value === null) continue;
    if (typeof value === "string") writeAttribute(key, value);
    else if (key === "dangerouslySetInnerHTML") raw = (value as { readonly __html: string }).__html;
    else writeState(key, value);
  }
  if (VOID_ELEMENTS.has(name)) {
    html += "/>";
    return;
  }
  html += ">";
  if (raw === undefined) write(props.children as ComponentChildren);
  else html += raw;
  html += frame(ends, "</", name, ">");
}

function writeAttribute(key: string, value: string): void {
  if (value === "") html += ` ${key}`;
  else {
    html += frame(attributes, " ", key, '="');
    html += escapeValue(value);
    html += '"';
  }
}

/** Writes numbers, and what is so or not: `aria-` and `data-` say it in words. */
function writeState(key: string, value: unknown): void {
  if (typeof value === "number" || key.startsWith("aria-") || key.startsWith("data-")) {
    writeAttribute(key, String(value));
  } else if (value === true) writeAttribute(key, "");
  else if (value !== false) throw new Error(`The attribute ${key} is neither text nor number nor a state.`);
}

/** Returns a name between two texts, made once. */
function frame(made: Map<string, string>, before: string, name: string, after: string): string {
  let text = made.get(name);
  if (text === undefined) {
    text = before + name + after;
    made.set(name, text);
  }
  return text;
}

function escapeText(text: string): string {
  return /[&<]/.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : text;
}

function escapeValue(text: string): string {
  return /[&<"]/.test(text) ? escapeText(text).replaceAll('"', "&quot;") : text;
}

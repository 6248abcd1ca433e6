// What the tolerant XML reader and the readers of the platforms' formats say to each other.

import type { CharacterRepairs } from "../xml-characters.ts";
import type { DefectList } from "./defects.ts";
import type { NamespaceScope } from "./namespaces.ts";

/** Attributes of an element by the names that the file gives them. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * How an element is read. `root`, `container` and `record` hold elements, and a record is what must not be lost; `text` holds
 * characters only, so that a bare `<` in it is text; `mixed` holds HTML that is handed over as such; of a `leaf` only the attributes count.
 * What is `skipped` belongs to the format too, so that it ends a text before it, but nothing of it is read.
 */
export type Shape = "root" | "container" | "record" | "text" | "mixed" | "leaf" | "skipped";

/** What an element is to a format. */
export interface Role<Kind extends string> {
  readonly kind: Kind;
  readonly shape: Shape;
  /** For a record: the kinds of element that it may stand in. All others that are still open end where it begins. */
  readonly within?: readonly (Kind | "document")[];
  /** With its own end tag the export is complete. */
  readonly isWhole?: boolean;
}

/** An open element. */
export interface XmlElement<Kind extends string> {
  readonly kind: Kind | "document" | "ignored";
  readonly shape: Shape | "document" | "ignored";
  readonly rawName: string;
  /** As the format names it. */
  readonly name: string;
  readonly scope: NamespaceScope;
  /** 1-based line of its start tag. */
  readonly line: number;
}

/** How an element ended: with its own end tag, without it where something else began, or with the end of the export. */
export type Ending = "own" | "missing" | "cut";

/** What an element held when it ended. */
export interface ElementEnd {
  readonly ending: Ending;
  /** Characters of a `text`, HTML of a `mixed`; otherwise empty. */
  readonly value: string;
  /** Some of it stood in CDATA. */
  readonly hasCdata: boolean;
  /** Something of it, or of a text in it, is lost. */
  readonly isBroken: boolean;
}

/** What the reader must know of a format, and what it reports. */
export interface XmlDialect<Kind extends string> {
  /** Returns an element's name as the format has it; empty for an element of another namespace. */
  readonly nameElement: (scope: NamespaceScope, rawName: string) => string;
  /** Returns what an element in `host` is; undefined for what the format does not read there. */
  readonly classify: (host: XmlElement<Kind>, name: string, readAttributes: () => Attributes) => Role<Kind> | undefined;
  /** Local names whose start tags are counted. */
  readonly counted: ReadonlySet<string>;
  readonly onOpen: (element: XmlElement<Kind>, readAttributes: () => Attributes) => void;
  /** For all that was opened but leaves and what is skipped. `host` is what the element stood in. */
  readonly onClose: (element: XmlElement<Kind>, end: ElementEnd, host: XmlElement<Kind>) => void;
  readonly onComment?: (text: string) => void;
}

/** The state of a file after its end. */
export interface XmlSummary {
  /** The end of the export was seen; otherwise the file is cut off. */
  readonly isComplete: boolean;
  /** Lines of the file. */
  readonly lines: number;
  /** The file declares entities; they were not expanded. */
  readonly hasEntities: boolean;
  /** Characters mended in the file. */
  readonly repairs: CharacterRepairs;
  /** What else was mended or is lost, with lines. */
  readonly defects: DefectList;
}

/** Reads text that comes in pieces. */
export interface XmlReader {
  readonly write: (piece: string) => void;
  /** Ends all that is still open, as cut off, and tells what the file was like. */
  readonly end: () => XmlSummary;
  /** Returns how many start tags of a local name stood outside CDATA and comments, and end tags whose start is missing. */
  readonly countTags: (local: string) => number;
  /** Adds a defect that only the format can tell. */
  readonly report: (kind: keyof DefectList, line: number) => void;
}

// The account of an import as content/sources/ keeps it: what came in, where it went, how faithful it is.

/** Counts of one kind of record in an import: read = written + all skipped. */
export interface Tally {
  readonly read: number;
  /** Records of the export that stand in content/ after the import. */
  readonly written: number;
  /** Number by reason, in kebab case: `draft`, `spam`, `on-attachment`, `damaged`. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Something an import wants a person to know. */
export interface LedgerProblem {
  readonly level: "error" | "warning";
  /** What it is about: `post 1234 "Title"`, `comment 77`, `line 310`. */
  readonly item: string;
  readonly what: string;
}

/** How faithful the written texts are, as the site's own renderer shows them. Posts, pages and comments count once each. */
export interface Fidelity {
  readonly compared: number;
  /** Those that say what the source showed: words, links, images and structure. */
  readonly identical: number;
  /** All others. */
  readonly different: readonly TextDifference[];
}

/** A text that does not say all that the source showed. */
export interface TextDifference {
  /** `post 12 "Title"`, `comment 77 on post 12 "Title"`. */
  readonly item: string;
  /** `words: expected “…”, found “…”`. */
  readonly what: string;
}

/** The files that the texts of an import show or link to, each once a post. */
export interface MediaAccount {
  /** Files that lie beside their post. */
  readonly held: number;
  readonly missing: number;
  /** Missing files by why they are: `not-held`, `gone`, `foreign-host` … sources/<id>.media.csv lists each. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Missing files by the host that their address names. */
  readonly hosts: Readonly<Record<string, number>>;
}

/** The account of an import: everything that came in, and where it went. */
export interface Ledger {
  /** `wxr-1.2`, `blogger-atom` … */
  readonly format: string;
  readonly posts: Tally;
  readonly pages: Tally;
  readonly comments: Tally;
  readonly other: Tally;
  readonly problems: readonly LedgerProblem[];
  /** True when read = written + skipped in every tally. */
  readonly balanced: boolean;
  /** Absent in accounts of earlier versions. */
  readonly fidelity?: Fidelity;
  /** Absent in accounts of earlier versions. */
  readonly links?: LinkAccount;
  /** Absent where no text refers to a file, and in accounts of earlier versions. */
  readonly media?: MediaAccount;
}

/** The account of the links in an import's texts that led to the blog itself; images are not among them. */
export interface LinkAccount {
  /** Those that lead to their new place in the archive now. */
  readonly rewritten: number;
  /** Those that look like a post, page or comment that the archive does not hold. */
  readonly unresolved: number;
  /** Those whose address several records claim. */
  readonly ambiguous: number;
  /** Those to the home page, categories, archives by month and the like: they have no one place here. */
  readonly lists: number;
  /** Those to files that are not held. */
  readonly files: number;
  /** The first of those that are unresolved or ambiguous. */
  readonly examples: readonly UnresolvedLink[];
}

/** A link that leads to nothing in the archive. */
export interface UnresolvedLink {
  /** Id of the record that holds it. */
  readonly item: string;
  readonly address: string;
}

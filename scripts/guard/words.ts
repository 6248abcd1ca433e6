// What the guard says, in both languages at once: whoever is about to commit has told nobody which one they read.

import { toAnnotation } from "../check/report-github.ts";
import { LANGUAGES, type Language } from "../strings/index.ts";
import type { FoundExport } from "./find-export.ts";

/** What was found, and where. */
export interface Refusal extends FoundExport {
  /** Short names of the commits that hold it; absent for what is not yet committed. */
  readonly commits?: readonly string[];
}

interface Words {
  readonly kinds: Readonly<Record<FoundExport["kind"], string>>;
  readonly inCommits: (commits: string) => string;
  readonly why: string;
  /** What to do before the commit; `paths` are quoted for a shell. */
  readonly unstage: (paths: string) => string;
  /** What to do when it is in a commit. */
  readonly rewrite: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    kinds: {
      wordpress: "is the raw export of a WordPress blog",
      blogger: "is the raw export of a Blogger blog",
      disqus: "is a raw export of Disqus comments",
      sql: "is a database dump",
      locked: "is an archive that cannot be looked into: locked, broken or of a kind that is not known here",
    },
    inCommits: (commits) => `in ${commits}`,
    why: "Raw exports hold e-mail addresses and IP numbers of people who commented. They belong in the folder exports/ on your own machine, which Git ignores, and never into Git.",
    unstage: (paths) =>
      `Nothing was committed. Take it out of the commit with\n\n  git rm --cached -- ${paths}\n\nThe file itself stays where it is. Move it into exports/, and commit again.`,
    rewrite:
      "To remove the file in a new commit is not enough: the old commit keeps it. If it is only on your machine, undo the commit (git reset --soft HEAD~1), take the file out (git rm --cached), and commit again. If it was pushed, close the pull request, delete the branch, make the change anew without the file, and tell the archive's owner: whoever has fetched the branch has the file. docs/redaction.md says how a history is rewritten.",
  },
  sv: {
    kinds: {
      wordpress: "är råexporten av en WordPress-blogg",
      blogger: "är råexporten av en Blogger-blogg",
      disqus: "är en råexport av Disqus-kommentarer",
      sql: "är en databasdump",
      locked: "är ett arkiv som inte går att se in i: låst, trasigt eller av ett slag som inte är känt här",
    },
    inCommits: (commits) => `i ${commits}`,
    why: "Råexporter innehåller kommentatorernas e-postadresser och IP-nummer. De hör hemma i mappen exports/ på din egen dator, som Git bortser från, och aldrig i Git.",
    unstage: (paths) =>
      `Ingenting har sparats i Git. Ta bort filen ur det du skulle spara med\n\n  git rm --cached -- ${paths}\n\nSjälva filen ligger kvar. Flytta den till exports/ och gör om din commit.`,
    rewrite:
      "Det räcker inte att ta bort filen i en ny commit: den gamla har den kvar. Finns den bara på din dator, ångra din commit (git reset --soft HEAD~1), ta bort filen (git rm --cached) och gör om den. Är den redan uppladdad, stäng din pull request, radera grenen, gör om ändringen utan filen och säg till den som äger arkivet: den som har hämtat grenen har filen. docs/sv/redaction.md berättar hur man skriver om en historik.",
  },
};

/** Returns what to tell about files that must not be in Git, in every language of the interface. */
export function describeRefusals(refusals: readonly Refusal[]): string {
  return LANGUAGES.map((language) => describeIn(WORDS[language], refusals)).join("\n\n");
}

/** Returns an annotation for GitHub on each file, in every language at once, too. */
export function annotateRefusals(refusals: readonly Refusal[]): readonly string[] {
  return refusals.map((refusal) => {
    const message = LANGUAGES.map((language) => {
      const words = WORDS[language];
      return `${describe(refusal, words)} ${words.why}`;
    }).join("\n");
    return toAnnotation({ level: "error", code: "raw-export", path: toFile(refusal), message });
  });
}

function describeIn(words: Words, refusals: readonly Refusal[]): string {
  // The runner of GitHub obeys a line that begins with "::".
  const lines = refusals.map((refusal) => `- ${describe(refusal, words)}`);
  const isCommitted = refusals.some(({ commits }) => commits !== undefined);
  const paths = refusals.map((refusal) => quoteForShell(toFile(refusal))).join(" ");
  return [...lines, words.why, isCommitted ? words.rewrite : words.unstage(paths)].join("\n");
}

function describe({ path, kind, commits }: Refusal, words: Words): string {
  const where = commits === undefined ? "" : ` (${words.inCommits(commits.join(", "))})`;
  return `${path} ${words.kinds[kind]}${where}.`;
}

/** Returns the file that Git knows, which may be an archive around what was found. */
function toFile({ path }: Refusal): string {
  return path.split(" › ")[0] ?? path;
}

function quoteForShell(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

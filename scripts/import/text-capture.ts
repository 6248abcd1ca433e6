// Imports plain texts that somebody copied from a page: a post, its heading for comments, the comments, and forms.

import type { LedgerBuilder } from "../archive/ledger.ts";
import { loadLanguageDetector } from "./detect-language.ts";
import type { DraftEntry, FoundSource, Importer, ImportOptions } from "./importer.ts";
import {
  findPageSource,
  groupBySource,
  type InputGroup,
  type NamedInput,
  nameInputs,
} from "./saved-page/page-source.ts";
import { readWhole, reportRepairs } from "./saved-page/read-whole.ts";
import { draftCapture } from "./text-capture/draft-capture.ts";
import { looksLikeCapture } from "./text-capture/looks-like-text.ts";
import { splitCapture } from "./text-capture/split-capture.ts";

/** Reads plain-text captures. A text tells no address: unless the user names its source, each is a source of its own. */
export const textCaptureImporter: Importer = {
  name: "Plain text copied from a blog's page, with its comments (.txt)",
  recognizes: looksLikeCapture,
  findSources: async (inputs, _onProgress, options = {}) =>
    groupBySource(nameInputs(inputs), ({ name }) => findPageSource(options, name)).map(toSource),
};

function toSource(group: InputGroup<NamedInput>): FoundSource {
  return {
    id: group.id,
    format: "text-capture",
    inputs: group.inputs.map(({ input }) => input),
    total: group.inputs.length,
    fields: { ...(group.url !== undefined && { url: group.url }), platform: "page" },
    description: "",
    exportDates: group.inputs.map(() => undefined),
    convert: (options, ledger) => convertCaptures(group, options, ledger),
  };
}

async function* convertCaptures(
  { id, inputs }: InputGroup<NamedInput>,
  options: ImportOptions,
  ledger: LedgerBuilder,
): AsyncGenerator<DraftEntry> {
  const detector = options.lang === "auto" ? await loadLanguageDetector() : undefined;
  for (const { input, name } of inputs) {
    const { text, repairs } = await readWhole(input);
    reportRepairs(input, repairs, ledger);
    const draft = draftCapture(splitCapture(text), { options, ledger, source: options.source ?? id, name, detector });
    ledger.read("posts");
    ledger.read("comments", draft.thread.length);
    yield { draft, group: "posts" };
  }
}

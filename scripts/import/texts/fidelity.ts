// Keeps the account of how faithful the converted texts are: each post, page and comment that stands counts once.

import type { Fidelity } from "../../archive/ledger-model.ts";
import { hideEmailAddresses } from "../../markdown/email-address.ts";
import type { TextProof } from "./convert-entries.ts";

/** What became of the comments of an entry, by their ids. */
export interface ProvenRecords {
  /** Not written: what is said of them elsewhere does not count here. */
  readonly left: readonly string[];
  /** Redacted in the archive: nothing of their texts may stand in the account. */
  readonly redacted: readonly string[];
}

/** Counts texts during an import. */
export interface FidelityBuilder {
  readonly add: (proofs: readonly TextProof[], records: ProvenRecords) => void;
  readonly finish: () => Fidelity;
}

// A text that is lost altogether differs in everything; its first differences tell.
const MAX_DIFFERENCES = 3;

/** Opens the account. */
export function createFidelity(): FidelityBuilder {
  let compared = 0;
  const different: { item: string; what: string }[] = [];
  return {
    add: (proofs, { left, redacted }) => {
      const leftIds = new Set(left);
      const redactedIds = new Set(redacted);
      const ids = new Set(proofs.map(({ commentId }) => commentId));
      // A comment may have another id here than in the export.
      const isUnclear = redacted.some((id) => !ids.has(id));
      for (const { item, commentId, differences } of proofs) {
        if (commentId !== undefined && leftIds.has(commentId)) continue;
        compared += 1;
        if (differences.length === 0) continue;
        const isHidden = commentId !== undefined && (isUnclear || redactedIds.has(commentId));
        const what = isHidden ? "differs" : differences.slice(0, MAX_DIFFERENCES).join("; ");
        different.push({ item, what: hideEmailAddresses(what) });
      }
    },
    finish: () => ({ compared, identical: compared - different.length, different: [...different] }),
  };
}

// Links to the files with the references of all posts of a source.

import type { ReferencesFile } from "../../scripts/site/cite/references.ts";
import type { PageContext } from "../../scripts/site/view.ts";

interface ReferenceFilesProps {
  readonly page: PageContext;
  readonly files: readonly ReferencesFile[];
}

/** Draws the links, one a format. */
export function ReferenceFiles({ page: { t, href }, files }: ReferenceFilesProps) {
  return (
    <p class="cite-references">
      {t["cite.references"]}{" "}
      {files.map(({ format, path }) => (
        <a key={format} href={href(path)} download="">
          {t[`cite.${format}`]}
        </a>
      ))}
    </p>
  );
}

// What the archive's owner wrote in site.json, each text marked with its language.

import type { StatedText } from "../../scripts/site/accessibility.ts";
import type { PageContext } from "../../scripts/site/view.ts";

interface StatedTextsProps {
  readonly page: PageContext;
  readonly texts: readonly StatedText[];
}

/** Draws a list; nothing when there is nothing in it. */
export function StatedTexts({ page, texts }: StatedTextsProps) {
  if (texts.length === 0) return null;
  return (
    <ul>
      {texts.map(({ text, lang }) => (
        <li key={text} lang={lang === page.language ? undefined : lang}>
          {text}
        </li>
      ))}
    </ul>
  );
}

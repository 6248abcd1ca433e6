// How to search, folded away: several words, forms, phrases, beginnings; and the switch of the key that leads to the field.

import type { PageContext } from "../../scripts/site/view.ts";

/** Draws it. The stylesheet shows it only where scripts run. */
export function SearchHelp({ page: { t } }: { readonly page: PageContext }) {
  return (
    <details class="search-help">
      <summary>{t["search.help"]}</summary>
      <ul>
        <li>{t["search.helpWords"]}</li>
        <li>{t["search.helpForms"]}</li>
        <li>{t["search.helpPhrase"]}</li>
        <li>{t["search.helpStar"]}</li>
      </ul>
      <p>
        <label>
          <input id="search-slash" type="checkbox" /> {t["search.slashKey"]}
        </label>
      </p>
    </details>
  );
}

// The search field that goes to the search page.

import type { PageContext } from "../../scripts/site/view.ts";

interface SearchFormProps {
  readonly page: PageContext;
  /** Id of the form; its field is `<id>-q`. */
  readonly id: string;
  /** Shows the field's label; otherwise only screen readers get it. */
  readonly hasVisibleLabel?: boolean;
}

/** Draws the form; it works without script, as a plain GET. */
export function SearchForm({ page, id, hasVisibleLabel }: SearchFormProps) {
  const { t } = page;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of some years ago do not know <search>
    <form class="search-form" id={id} role="search" method="get" action={page.href(page.paths.search)}>
      <label class={hasVisibleLabel ? "search-label" : "visually-hidden"} for={`${id}-q`}>
        {t["search.label"]}
      </label>
      <div class="search-field">
        <input
          id={`${id}-q`}
          name="q"
          type="search"
          autocomplete="off"
          placeholder={hasVisibleLabel ? undefined : t["search.label"]}
        />
        <button type="submit">{t["search.button"]}</button>
      </div>
    </form>
  );
}

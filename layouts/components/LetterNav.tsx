// The letters of a list of names, each a way to its place, also on another page of the list.

import type { PageContext } from "../../scripts/site/view.ts";
import type { PeopleView } from "../../scripts/site/ways-in/views.ts";
import { letterId } from "./NameGroups.tsx";

interface LetterNavProps {
  readonly page: PageContext;
  readonly letters: PeopleView["letters"];
}

/** Draws the letters; nothing where a single one would lead to what is in view anyhow. */
export function LetterNav({ page, letters }: LetterNavProps) {
  if (letters.length < 2) return null;
  return (
    <nav class="letter-nav" aria-label={page.t["people.letters"]}>
      <ul>
        {letters.map(({ initial, path }) => {
          const fragment = `#${encodeURIComponent(letterId(initial))}`;
          return (
            <li key={initial}>
              <a href={path === page.path ? fragment : page.href(`${path}${fragment}`)}>
                {initial === "" ? "#" : initial}
                {initial === "" && <span class="visually-hidden"> {page.t["people.otherLetters"]}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

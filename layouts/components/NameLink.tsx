// A name, with the way to its page where the site has one: a lean site has none for people and sources.

import type { Link, PageContext } from "../../scripts/site/view.ts";

interface NameLinkProps {
  readonly page: PageContext;
  /** Its path is empty where there is no page. */
  readonly to: Link;
  readonly class?: string;
}

/** Draws the name; its class and `data-` attributes go to the element that holds it. */
export function NameLink({ page, to, ...attributes }: NameLinkProps) {
  if (to.path === "") return <span {...attributes}>{to.label}</span>;
  return (
    <a {...attributes} href={page.href(to.path)}>
      {to.label}
    </a>
  );
}

// An old address that leads on to the new one: by script with its fragment, without script by a refresh, else by a link.

import { definePage } from "../../scripts/site/define-page.ts";
import { Document } from "../components/Document.tsx";
import { Words } from "../components/Words.tsx";

export default definePage("redirect", (page, view) => (
  <Document
    page={page}
    kind="redirect"
    title={page.t["redirect.title"]}
    isHidden
    refreshTo={view.target}
    script={page.assets.redirect}
  >
    <header class="page-heading">
      <h1>{page.t["redirect.title"]}</h1>
      <p class="lead">
        <Words
          text={page.t["redirect.text"]}
          values={{
            link: (
              <a href={page.href(view.target)} data-redirect>
                {decodeURI(view.target)}
              </a>
            ),
          }}
        />
      </p>
    </header>
  </Document>
));

// An old address that leads on to the new one, without script.

import { definePage } from "../../scripts/site/define-page.ts";
import { Document } from "../components/Document.tsx";
import { Words } from "../components/Words.tsx";

export default definePage("redirect", (page, view) => (
  <Document page={page} kind="redirect" title={page.t["redirect.title"]} isHidden refreshTo={view.target}>
    <header class="page-heading">
      <h1>{page.t["redirect.title"]}</h1>
      <p class="lead">
        <Words
          text={page.t["redirect.text"]}
          values={{ link: <a href={page.href(view.target)}>{decodeURI(view.target)}</a> }}
        />
      </p>
    </header>
  </Document>
));

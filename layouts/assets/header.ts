// What every page with the search box does by script: the key that leads to the box, and marks of what was searched for.

import { toLanguage } from "../../scripts/strings/index.ts";
import { takeNote } from "./found-words.ts";
import { markPage } from "./mark-page.ts";
import { watchSlash } from "./slash-key.ts";

watchSlash();
const marks = takeNote();
if (marks.length > 0) markPage(marks, toLanguage(document.documentElement.lang) ?? "en");

// Swedish texts of the commands that contributors use.

import type { commandsEn } from "./commands.en.ts";
import type { TextsLike } from "./texts-like.ts";

export const commandsSv: TextsLike<typeof commandsEn> = {
  "check.error": "fel",
  "check.warning": "varning",
  "check.fixed": "rättat",
  "check.left": "orört",
  "check.posts.one": "{count} inlägg",
  "check.posts.other": "{count} inlägg",
  "check.pages.one": "{count} sida",
  "check.pages.other": "{count} sidor",
  "check.comments.one": "{count} kommentar",
  "check.comments.other": "{count} kommentarer",
  "check.sources.one": "{count} källa",
  "check.sources.other": "{count} källor",
  "check.errors.one": "{count} fel",
  "check.errors.other": "{count} fel",
  "check.warnings.one": "{count} varning",
  "check.warnings.other": "{count} varningar",
  "check.fixes.one": "{count} rättat",
  "check.fixes.other": "{count} rättade",
  "check.unchanged.one": "{count} varning om rader som inte har ändrats visas inte.",
  "check.unchanged.other": "{count} varningar om rader som inte har ändrats visas inte.",
  "check.checked": "Kontrollerade {records}: {found}.",
  "check.title": "Vad kontrollen fann",
  "check.fine": "Allt stämmer.",
  "check.mustMend": "Felen måste rättas innan ändringen kan tas in. Varningarna avgör du själv.",
  "check.mayMend": "Inget måste rättas. Varningarna avgör du själv.",
  "check.place": "Plats",
  "check.problem": "Vad som är fel och vad du kan göra",
  "check.level": "Nivå",
  "check.line": "rad {line}",
  "check.more.one": "… och {count} till. `npm run check` visar den.",
  "check.more.other": "… och {count} till. `npm run check` visar alla.",
};

// What the command `preview` says, in Swedish.

import type { previewEn } from "./preview.en.ts";
import type { TextsLike } from "./texts-like.ts";

export const previewSv: TextsLike<typeof previewEn> = {
  "preview.title": "Sidor som ändringen berör",
  "preview.added.one": "{count} inlägg eller sida tillkommer:",
  "preview.added.other": "{count} inlägg och sidor tillkommer:",
  "preview.changed.one": "{count} inlägg eller sida ändras:",
  "preview.changed.other": "{count} inlägg och sidor ändras:",
  "preview.removed.one": "{count} inlägg eller sida försvinner:",
  "preview.removed.other": "{count} inlägg och sidor försvinner:",
  "preview.untitled": "Utan rubrik",
  "preview.more.one": "… och {count} till",
  "preview.more.other": "… och {count} till",
  "preview.also": "Som en följd av det:",
  "preview.others.one": "{count} lista eller annan sida ändras",
  "preview.others.other": "{count} listor och andra sidor ändras",
  "preview.redirects.one": "{count} gammal adress leder någon annanstans, tillkommer eller försvinner",
  "preview.redirects.other": "{count} gamla adresser leder någon annanstans, tillkommer eller försvinner",
  "preview.surroundings.one": "{count} sida ändras bara runt texten, till exempel i vägen till nästa inlägg",
  "preview.surroundings.other": "{count} sidor ändras bara runt texten, till exempel i vägen till nästa inlägg",
  "preview.files.one": "{count} bild, flöde eller datafil ändras",
  "preview.files.other": "{count} bilder, flöden och datafiler ändras",
  "preview.nothing": "Ingen sida ändras.",
  "preview.notCompared":
    "Webbplatsen före ändringen gick inte att bygga, så det finns inget att jämföra med. Titta på den nya.",
  "preview.failed": "Webbplatsen gick inte att bygga. Orsaken står ovanför.",
  "preview.how":
    "Så tittar du på webbplatsen: ladda ner artefakten **preview** längst ner på arbetsflödets sida, packa upp den och läs `README.md` i den.",
};

// What the command `guard` says, in Swedish.

import type { guardEn } from "./guard.en.ts";
import type { TextsLike } from "./texts-like.ts";

export const guardSv: TextsLike<typeof guardEn> = {
  "guard.wordpress": "är råexporten av en WordPress-blogg",
  "guard.blogger": "är råexporten av en Blogger-blogg",
  "guard.disqus": "är en råexport av Disqus-kommentarer",
  "guard.sql": "är en databasdump",
  "guard.locked": "är ett arkiv som inte går att se in i: låst, trasigt eller av ett slag som inte är känt här",
  "guard.inCommits": "i {commits}",
  "guard.why":
    "Råexporter innehåller kommentatorernas e-postadresser och IP-nummer. De hör hemma i mappen exports/ på din egen dator, som Git bortser från, och aldrig i Git.",
  "guard.unstage":
    "Ingenting har sparats i Git. Ta bort filen ur det du skulle spara med\n\n  git rm --cached -- {paths}\n\nSjälva filen ligger kvar. Flytta den till exports/ och gör om din commit.",
  "guard.rewrite":
    "Det räcker inte att ta bort filen i en ny commit: den gamla har den kvar. Finns den bara på din dator, ångra din commit (git reset --soft HEAD~1), ta bort filen (git rm --cached) och gör om den. Är den redan uppladdad, stäng din pull request, radera grenen, gör om ändringen utan filen och säg till den som äger arkivet: den som har hämtat grenen har filen. docs/sv/redaction.md berättar hur man skriver om en historik.",
};

// Swedish texts of everything that can be wrong with an archive.

import type { problemsEn } from "./problems.en.ts";
import type { TextsLike } from "./texts-like.ts";

export const problemsSv: TextsLike<typeof problemsEn> = {
  "unreadable.folder": "mappen går inte att läsa ({reason}); se över behörigheterna",
  "unreadable.file": "går inte att läsa ({reason}); se över behörigheterna",
  "unreadable.kind": "är varken en fil eller en mapp; ta bort den",
  "symbolic-link": "är en symbolisk länk, och sådana följs inte; lägg själva filen här",
  "encoding-invalid": "är inte UTF-8; spara den som UTF-8",
  "text-too-long":
    "är {size} miljoner tecken lång och utelämnas; en fil får ha {limit} miljoner: dela den, eller lägg den bredvid ett inlägg som en egen fil",
  "year-folder": "{found} är inget årtal; flytta inläggen till posts/<år>/ eller posts/undated/",
  "index-missing": "saknar index.md och är därför inget inlägg; lägg till filen eller ta bort mappen",
  "file-unexpected.posts": "läses inte; inlägg ligger i mappar, posts/<år>/<adressnamn>/index.md",
  "file-unexpected.post": "läses inte; ett inlägg är en mapp med en index.md",
  "file-unexpected.page": "läses inte; en sida är en mapp med en index.md",
  "file-unexpected.comment": "läses inte; här läses bara comments/<id>.md",
  "file-unexpected.text": "läses inte; ett inläggs text är index.md och en översättning index.<språk>.md",
  "file-unexpected.source-folder": "läses inte; källor är filer, sources/<id>.md",
  "file-unexpected.source": "läses inte; här läses bara sources/<id>.md",
  "file-unexpected.person": "läses inte; en person är en fil, people/<adressnamn>.md",
  "source-version":
    "är vad källan till {edited} säger nu, och den filen har du ändrat här; jämför de två, ta över det du vill, även raden ”imported”, och ta sedan bort den här filen",
  "name-twin":
    "skiljer sig från {other} bara genom stora och små bokstäver eller Unicode-normalisering; byt namn på en av dem",
  "file-unused": "nämns inte i någon text; visa den, länka till den eller ta bort den",

  "front-matter-invalid":
    'nycklarna överst går inte att läsa: {what}; skriv varje nyckel på en egen rad så här: nyckel: "värde"',
  "front-matter.unopened": "filen börjar inte med en rad ”---”",
  "front-matter.opening": "filen börjar med {found}, där bara ”---” får stå",
  "front-matter.unclosed": "de avslutas inte med en rad ”---”",
  "front-matter.long": "de är längre än {size} kB",
  "front-matter.deep": "de är nästlade för djupt",
  "front-matter.keyless": "där finns inga nycklar",
  "front-matter.key": "en nyckel måste vara ett ord",
  "front-matter.alias": "alias (*namn) är inte tillåtna",
  "front-matter.anchor": "ankare (&namn) är inte tillåtna",
  "front-matter.tag": "taggar ({found}) är inte tillåtna",
  "yaml.quote": "ett citattecken, en parentes eller ett kommatecken saknas",
  "yaml.colon": "texten innehåller ett kolon men står inte inom citattecken",
  "yaml.indent": "raden är inte indragen som raderna omkring",
  "yaml.tab": "raden är indragen med tabb; använd blanksteg",
  "yaml.double": "nyckeln står här en andra gång",
  "yaml.escape": 'ett omvänt snedstreck inom citattecken måste dubbleras eller inleda en kod som \\" eller \\n',
  "yaml.start": "ett värde får inte börja med det här tecknet om det inte står inom citattecken",
  "yaml.tag": "taggar (!namn) är inte tillåtna",
  "yaml.surplus": "här står något som inte hör till någonting",
  "yaml.lines": "en nyckel måste stå på en enda rad",
  "yaml.long": "en nyckel är för lång",
  "yaml.other": "det är inte giltig YAML",
  "key-unknown.kept": "nyckeln {found} är okänd; den får stå kvar men visas ingenstans",
  "key-unknown.meant": "nyckeln {found} är okänd; menas {meant}?",
  "key-unknown.site": "nyckeln {found} är okänd; den får stå kvar men används inte",
  "value-invalid": "{key} är {found}; det ska vara {expected}",
  "expected.text": "text inom dubbla citattecken",
  "expected.texts": 'en lista med texter, till exempel ["a", "b"]',
  "expected.flag": "true, eller utelämnas",
  "expected.truth": "true eller false, eller utelämnas",
  "expected.choice": "{others} eller {last}",
  "expected.orAbsent": "{choice}, eller utelämnas ({ordinary})",
  "expected.comments": 'som {"state": "closed", "declared": 8}; state är open, closed eller unknown',
  "expected.exports": "en lista där varje del har file, size och sha256",
  "expected.ledger": "redovisningen som en import har skrivit; kör importen igen",

  "json-invalid.map": "ska vara ett JSON-objekt, { … }",
  "json-invalid.syntax":
    "är inte giltig JSON: ett kommatecken, ett citattecken eller en parentes saknas eller är för mycket; tills det är rättat gäller standardvärdena",
  "expected.localText": 'en text, eller en per språk, till exempel {"en": "…", "sv": "…"}',
  "expected.localTexts": 'en lista där varje del är en text, eller en per språk, till exempel {"en": "…", "sv": "…"}',
  "expected.language": 'en språkkod, till exempel "sv"',
  "expected.url": 'webbplatsens egen adress, till exempel "https://example.org/arkiv/"',
  "expected.contact": "en https-adress eller en e-postadress",
  "expected.repository": 'en adress, till exempel "https://github.com/owner/name"',
  "expected.branch": 'namnet på en gren, till exempel "main"',
  "expected.sources": "en lista med käll-id:n",
  "expected.topics": 'ett objekt med ämnen, till exempel {"web2.0": "Web 2.0"}',
  "expected.trueFalse": "true eller false",
  "expected.body": 'ett objekt, till exempel {"name": "…", "type": "public"}',
  "expected.bodyName": "organisationens namn",
  "expected.bodyType": '"public" (omfattas av DOS-lagen) eller "other"',
  "expected.bodyCompliance": '"full", "partial" eller "none"',
  "expected.bodyMethod": '"self" eller "external"',
  "expected.bodyAssessor": "namnet på den som har granskat webbplatsen",
  "expected.day": 'en dag, till exempel "2026-05-04"',
  "expected.supervisor":
    '{"name": …, "url": …}: en text, eller en per språk, till exempel {"en": "…", "sv": "…"}, och https-adressen för klagomål',
  "source-unknown.takesOver": "takesOver anger källan {found}, som inte finns i arkivet; {there}",
  "source-unknown.none": "arkivet har inga källor",
  "source-unknown.list": "källorna är {list}",

  "date-invalid":
    '{key} är {found}; skriv till exempel "2011-01-19T10:12:00+01:00", "2011-01-19", "2011-01", "2011" eller "2011~", eller utelämna nyckeln',
  "lang-invalid": 'lang är {found}; skriv en språkkod, till exempel "sv", "en" eller "en-GB"',
  "url-invalid": "{key} är {found}, som inte är någon webbadress och därför inte länkas; rätta eller ta bort den",
  "alias-invalid": 'aliases innehåller {found}; skriv en sökväg på webbplatsen, till exempel "/sv/2011/gammalt-namn/"',
  "alias-taken": "aliases innehåller {found}, som även {other} har; bara en av dem kan ha den",
  "mail-address.one": "{where} innehåller en e-postadress; ta bort den om inte ägaren vill ha den offentlig",
  "mail-address.other": "{where} innehåller {count} e-postadresser; ta bort dem om inte ägarna vill ha dem offentliga",
  "phone-number.one":
    "{where} innehåller något som ser ut som ett telefonnummer; ta bort det om inte ägaren vill ha det offentligt",
  "phone-number.other":
    "{where} innehåller {count} nummer som ser ut som telefonnummer; ta bort dem om inte ägarna vill ha dem offentliga",
  "identity-number.one": "{where} innehåller ett personnummer; ta bort det",
  "identity-number.other": "{where} innehåller {count} personnummer; ta bort dem",
  "where.text": "texten",

  "slug-unsafe":
    "mappen {found} kan inte bli en adress överallt; byt namn till något med minst en bokstav, som inte är ett reserverat ord",
  "slug-unusual.folder": "mappen {found} ger en besvärlig adress; använd små bokstäver, siffror och enkla bindestreck",
  "slug-unusual.file":
    "filens namn, {found}, ger en besvärlig adress; använd små bokstäver, siffror och enkla bindestreck",
  "year-mismatch.undated": "inlägget ligger i {folder} men saknar datum; check --fix flyttar det till {year}",
  "year-mismatch.dated": "inlägget ligger i {folder} men har datumet {date}; check --fix flyttar det till {year}",
  "image-missing": "image är {found}, som inte finns i inläggets mapp; lägg till filen eller rätta namnet",
  "translation-lang": "lang är {found}, men enligt filnamnet är språket {name}; rätta det ena",
  "translation-of-self": "translation_of anger inlägget självt; ange originalet eller ta bort nyckeln",
  "translation-of-missing":
    "translation_of är {found}, som inte finns i arkivet; ange originalet som <år>/<adressnamn>",
  "source-missing": "source_id står utan source; ange källan eller ta bort source_id",
  "source-unknown.one":
    "source är {found}, men det finns ingen sources/<id>.md med det namnet; lägg till den eller rätta namnet",
  "source-unknown.two":
    "source är {found}, liksom i 1 fil till, men det finns ingen sources/<id>.md med det namnet; lägg till den eller rätta namnet",
  "source-unknown.many":
    "source är {found}, liksom i {count} filer till, men det finns ingen sources/<id>.md med det namnet; lägg till den eller rätta namnet",
  "source-double": "{other} har samma source, source_id och source_url; ta bort ett av de två inläggen",
  "post-double": "{other} har samma rubrik, datum och text; ta bort ett av de två inläggen",
  "comment-double": "{other} har samma skribent, datum och text; ta bort en av de två kommentarerna",

  "html-dropped": "texten innehåller {found}, som sidorna utelämnar; skriv i Markdown i stället, eller ta bort det",
  "html-raw": "texten innehåller HTML-koden {found}; skriv i Markdown i stället, som går att läsa och rätta",
  "image-alt.text": "bilden {found} saknar beskrivning; tala om vad den föreställer: ![En damm](damm.jpg)",
  "image-alt.featured": "image står utan image_alt; tala om vad bilden föreställer",
  "markdown-deep": "texten är nästlad för djupt för att läsas; ta bort några nivåer av listor eller citat",
  "markdown-emphasis": "** markerar ingenting i {found}; avsluta markeringen, utan blanksteg innanför: **viktigt**",
  "markdown-fence": "{found} inleder kod som aldrig avslutas; lägg till en rad {found} under den",
  "markdown-heading": "{found} blir ingen rubrik; sätt ett blanksteg efter nummertecknen",
  "markdown-link":
    "{found} blir ingen länk; skriv [text](https://…), utan blanksteg mellan parenteserna eller i adressen",
  "markdown-reference": "{found} hänvisar till en adress som inte finns; skriv [text](https://…)",
  "markdown-table": "{found} blir ingen tabell; lägg till en rad som |---|---| under den första",

  "id-missing": "id saknas; lägg till id: {wanted}",
  "id-invalid":
    "id är {found}; börja med en bokstav och använd bara bokstäverna a–z och A–Z, siffror och . _ : -, högst 100 tecken",
  "id-double": "id är {found}, som även {other} har; ge en av dem ett annat",
  "comment-file-name": "id är {found}, så filen borde heta {wanted}; check --fix byter namn på den",
  "parent-loop": "parent {found} leder tillbaka till kommentaren själv; ange den kommentar som den svarar på",
  "parent-missing":
    "parent {found} finns inte i arkivet; tala om varför med parent_state (unpublished, deleted eller missing)",
  "parent-state-alone": "parent_state är {found}, men parent saknas; lägg till parent eller ta bort parent_state",
  "parent-state-needless": "parent_state är {found}, men parent {parent} finns här; ta bort parent_state",
  "status-author.redacted": "en borttagen kommentar (redacted) säger inget om vem som skrev; ta bort {key}",
  "status-author.deleted": "en raderad kommentar (deleted) säger inget om vem som skrev eller när; ta bort {key}",
  "status-author.post": "ett borttaget inlägg (redacted) säger inget annat än var det stod; ta bort {key}",
  "status-body.post": "ett borttaget inlägg (redacted) har ingen text; ta bort det som står under nycklarna",
  "status-translation": "är en översättning av ett inlägg som har tagits bort (redacted); ta bort den",
  "status-body.redacted": "en borttagen kommentar (redacted) har ingen text; ta bort det som står under nycklarna",
  "status-body.deleted": "en raderad kommentar (deleted) har ingen text; ta bort det som står under nycklarna",

  "link-missing.path":
    "texten länkar till {found}, som inte finns i arkivet; rätta sökvägen, skriv den som ../../2011/adressnamn/index.md, eller ta bort länken",
  "link-missing.file": "texten länkar till {found}, som inte finns i arkivet; lägg till filen eller rätta adressen",
  "link-missing.image": "texten visar {found}, som inte finns i arkivet; lägg till filen eller rätta adressen",
  "link-missing.comment": "texten länkar till {found}, men det inlägget har ingen kommentar {comment}; rätta adressen",
  "image-unreadable.access": "går inte att läsa; se över behörigheterna",
  "image-unreadable.kind":
    "är ingen bild som webbläsare visar (JPEG, PNG, GIF, WebP, AVIF), vad namnet än säger; byt ut eller ta bort den",
  "image-unreadable.damaged": "är skadad: det framgår inte hur stor den är; byt ut den mot ett helt exemplar",
  "image-unreadable.build": "{what}; den publiceras inte, och sidorna säger det på dess plats",
  "image-extension": "är en {format}-bild men heter .{extension}; byt namn på den och i det som hänvisar till den",
  "image-large.pixels": "är {width} × {height} bildpunkter; {side} på längden eller bredden räcker gott",
  "image-large.bytes": "är {size} MB; gör den mindre än {limit} MB, för Git sparar varje version för alltid",

  "source-id-invalid": "namnet {found} kan inte vara en källas id; använd små bokstäver a–z, siffror och bindestreck",
  "ledger-unbalanced": "ledger går inte ihop: read ska vara written plus skipped i varje grupp; kör importen igen",
  "redaction-line.header": "den första raden ska vara {wanted}",
  "redaction-line.cells": "raden ska ha fem celler: {wanted}; sätt en cell med kommatecken inom citattecken",
  "redaction-line.id":
    "{found} är inget id; skriv 2011/adressnamn, 2011/adressnamn#comment-7 eller source:<id>, och aldrig ett namn",
  "redaction-line.date": "datumet är {found}; skriv en dag, till exempel 2026-11-30",
  "redaction-line.action": "åtgärden är {found}; den ska vara redacted eller deleted",
  "redaction-line.reason": "skälet är {found}; det ska vara ett av {list}",
  "person-name-missing": 'name saknas; lägg till namnet så som sidorna ska visa det: name: "Åsa Öberg"',
  "person-slug-invalid":
    "filens namn, {found}, kan inte bli en adress; byt namn till något med minst en bokstav, som inte är ett reserverat ord",
  "person-slug-taken":
    "sidan för {author}, som har skrivit inlägg och vars namn inte är antecknat för någon person, har också adressen {found} och skulle flyttas; lägg till namnet i names om det är samma person, byt annars namn på filen",
  "source-unknown.person":
    "sources innehåller {found}, men det finns ingen sources/<id>.md med det namnet; rätta eller ta bort det",
  "person-name-taken":
    "{key} har {found}, som även {other} gör anspråk på; ett namn hör till en enda person: ta bort det ur den ena, eller ange med sources i vilka bloggar det hör till vem",
  "person-name-unknown.anywhere":
    "names har {found}, men inget inlägg och ingen kommentar i arkivet är undertecknad så; stava precis som det står där, eller ta bort namnet",
  "person-name-unknown.sources":
    "names har {found}, men inget inlägg och ingen kommentar i de här källorna är undertecknad så; stava precis som det står där, eller ta bort namnet",

  "old-address-own":
    "dess gamla adress {found} är en av webbplatsens egna sidor, som behåller den; inget leder därifrån till den här texten",
  "old-address-taken":
    "dess gamla adress {found} är även adress till {others}; en sida där nämner alla. Rätta source_url, eller ta bort en källa ur takesOver",

  "fix.lineEnds": "gav den LF som radslut",
  "fix.form": "skrev om den i fast form",
  "fix.comments":
    "innehåller YAML-kommentarer (#), som den fasta formen inte kan behålla; flytta dem till texten eller ta bort dem",
  "fix.renamed": "bytte namn till {name}, efter dess id",
  "fix.moved.undated": "flyttat till {folder}, eftersom det saknar datum; {address} står kvar i aliases",
  "fix.moved.dated": "flyttat till {folder}, eftersom dess datum är {date}; {address} står kvar i aliases",
  "fix.alias": "dess adress var tidigare {address}, som står kvar i aliases",
  "fix.links": "dess länkar följer ett inlägg som har flyttats",
  "fix.followed": "translation_of följer originalet till {id}",
};

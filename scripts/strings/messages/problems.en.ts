// English texts of everything that can be wrong with an archive: the reference for every other language. A key is the
// problem's code, and what follows a dot is one of its cases. Each says what was found and what to do.

export const problemsEn = {
  // Files and folders
  "unreadable.folder": "the folder cannot be read ({reason}); check its permissions",
  "unreadable.file": "cannot be read ({reason}); check its permissions",
  "unreadable.kind": "is neither a file nor a folder; remove it",
  "symbolic-link": "is a symbolic link, which is not followed; put the file itself here",
  "encoding-invalid": "is not UTF-8; save it as UTF-8",
  "text-too-long":
    "is {size} million characters long, and is left out; a file may have {limit} million: divide it, or put it beside a post as a file of its own",
  "year-folder": "{found} is no year; move its posts to posts/<year>/ or posts/undated/",
  "index-missing": "has no index.md, so it is no post; add one or remove the folder",
  "file-unexpected.posts": "is not read; posts lie in folders, posts/<year>/<slug>/index.md",
  "file-unexpected.post": "is not read; a post is a folder with an index.md",
  "file-unexpected.page": "is not read; a page is a folder with an index.md",
  "file-unexpected.comment": "is not read; only comments/<id>.md are read",
  "file-unexpected.text": "is not read; a post's text is index.md, a translation index.<lang>.md",
  "file-unexpected.source-folder": "is not read; sources are files, sources/<id>.md",
  "file-unexpected.source": "is not read; only sources/<id>.md are read",
  "file-unexpected.person": "is not read; a person is a file, people/<name-in-addresses>.md",
  "source-version":
    'is what the source of {edited} says now, which you edited here; compare the two, take over what you want, with the line "imported", and remove this file',
  "name-twin": "differs from {other} only by case or by Unicode normalisation; rename one of them",
  "file-unused": "is named in no text; show it, link to it, or remove it",

  // Front matter
  "front-matter-invalid": 'the front matter cannot be read: {what}; write each key on one line as key: "value"',
  "front-matter.unopened": 'the file does not begin with a line "---"',
  "front-matter.opening": 'the file begins with {found} where only "---" may stand',
  "front-matter.unclosed": 'no line "---" ends it',
  "front-matter.long": "it is longer than {size} KB",
  "front-matter.deep": "it is nested too deep",
  "front-matter.keyless": "it holds no keys",
  "front-matter.key": "a key must be a word",
  "front-matter.alias": "aliases (*name) are not allowed",
  "front-matter.anchor": "anchors (&name) are not allowed",
  "front-matter.tag": "tags ({found}) are not allowed",
  "yaml.quote": "a quotation mark, a bracket or a comma is missing",
  "yaml.colon": "the text holds a colon and is not in quotes",
  "yaml.indent": "the line is not indented like those around it",
  "yaml.tab": "the line is indented with a tab; use spaces",
  "yaml.double": "the key stands here a second time",
  "yaml.escape": 'a backslash in double quotes must be doubled, or begin an escape like \\" or \\n',
  "yaml.start": "a value may not begin with this character unless it is in quotes",
  "yaml.tag": "tags (!name) are not allowed",
  "yaml.surplus": "something stands here that belongs to nothing",
  "yaml.lines": "a key must stand on one line",
  "yaml.long": "a key is too long",
  "yaml.other": "it is not valid YAML",
  "key-unknown.kept": "the key {found} is not known; it is kept, but nothing shows it",
  "key-unknown.meant": "the key {found} is not known; is {meant} meant?",
  "key-unknown.site": "the key {found} is not known; it is kept, but nothing uses it",
  "value-invalid": "{key} is {found}; it must be {expected}",
  "expected.text": "text in double quotes",
  "expected.texts": 'a list of texts, like ["a", "b"]',
  "expected.flag": "true, or left out",
  "expected.truth": "true or false, or left out",
  "expected.choice": "{others} or {last}",
  "expected.orAbsent": "{choice}, or left out ({ordinary})",
  "expected.comments": 'like {"state": "closed", "declared": 8}; state is open, closed or unknown',
  "expected.exports": "a list of maps with file, size and sha256",
  "expected.ledger": "the account that an import wrote; run the import again",

  // site.json
  "json-invalid.map": "must be a JSON map, { … }",
  "json-invalid.syntax":
    "is not valid JSON: a comma, a quotation mark or a bracket is missing, or is one too many; the defaults are used until it is mended",
  "expected.localText": 'a text, or one a language, like {"en": "…", "sv": "…"}',
  "expected.localTexts": 'a list, each item a text, or one a language, like {"en": "…", "sv": "…"}',
  "expected.language": 'a language code, like "sv"',
  "expected.url": 'the site\'s own address, like "https://example.org/archive/"',
  "expected.contact": "an https address or an e-mail address",
  "expected.repository": 'an address, like "https://github.com/owner/name"',
  "expected.branch": 'the name of a branch, like "main"',
  "expected.sources": "a list of source ids",
  "expected.topics": 'a map of topics, like {"web2.0": "Web 2.0"}',
  "expected.trueFalse": "true or false",
  "expected.body": 'a map, like {"name": "…", "type": "public"}',
  "expected.bodyName": "the name of the body",
  "expected.bodyType": '"public" (bound by the Swedish DOS-lagen) or "other"',
  "expected.bodyCompliance": '"full", "partial" or "none"',
  "expected.bodyMethod": '"self" or "external"',
  "expected.bodyAssessor": "the name of who assessed the site",
  "expected.day": 'a day, like "2026-05-04"',
  "expected.supervisor":
    '{"name": …, "url": …}: a text, or one a language, like {"en": "…", "sv": "…"}, and the https address for complaints',
  "source-unknown.takesOver": "takesOver names the source {found}, which is not in the archive; {there}",
  "source-unknown.none": "the archive has no sources",
  "source-unknown.list": "the sources are {list}",

  // Values
  "date-invalid":
    '{key} is {found}; write it like "2011-01-19T10:12:00+01:00", "2011-01-19", "2011-01", "2011" or "2011~", or leave it out',
  "lang-invalid": 'lang is {found}; write a language code, like "sv", "en" or "en-GB"',
  "url-invalid": "{key} is {found}, which is no web address, so it is not linked; correct it or remove it",
  "alias-invalid": 'aliases holds {found}; write a path on this site, like "/en/2011/old-slug/"',
  "alias-taken": "aliases holds {found}, which {other} has too; only one of them can have it",
  "mail-address.one": "{where} holds an e-mail address; remove it unless its owner wants it public",
  "mail-address.other": "{where} holds {count} e-mail addresses; remove them unless their owners want them public",
  "phone-number.one": "{where} holds what looks like a telephone number; remove it unless its owner wants it public",
  "phone-number.other":
    "{where} holds {count} numbers that look like telephone numbers; remove them unless their owners want them public",
  "identity-number.one": "{where} holds a Swedish personal identity number; remove it",
  "identity-number.other": "{where} holds {count} Swedish personal identity numbers; remove them",
  "where.text": "the text",

  // Posts
  "slug-unsafe":
    "the folder {found} cannot be an address everywhere; rename it, with a letter in it and no reserved word",
  "slug-unusual.folder":
    "the folder {found} makes an awkward address; use lower-case letters, digits and single hyphens",
  "slug-unusual.file":
    "the name of the file, {found}, makes an awkward address; use lower-case letters, digits and single hyphens",
  "year-mismatch.undated": "the post lies in {folder}, but it has no date; check --fix moves it to {year}",
  "year-mismatch.dated": "the post lies in {folder}, but its date is {date}; check --fix moves it to {year}",
  "image-missing": "image is {found}, which is not in the post's folder; add the file or correct the name",
  "translation-lang": "lang is {found}, but the file's name says {name}; make them agree",
  "translation-of-self": "translation_of names the post itself; name the original or remove the key",
  "translation-of-missing": "translation_of is {found}, which is not in the archive; give the original's <year>/<slug>",
  "source-missing": "source_id has no source beside it; name the source, or remove source_id",
  "source-unknown.one": "source is {found}, but there is no sources/<id>.md of that name; add it or correct the name",
  "source-unknown.two":
    "source is {found}, as in 1 other file, but there is no sources/<id>.md of that name; add it or correct the name",
  "source-unknown.many":
    "source is {found}, as in {count} other files, but there is no sources/<id>.md of that name; add it or correct the name",
  "source-double": "{other} has the same source, source_id and source_url; remove one of the two posts",
  "post-double": "{other} has the same title, date and text; remove one of the two posts",
  "comment-double": "{other} has the same author, date and text; remove one of the two comments",

  // How a text is written; only in texts that people typed or changed
  "html-dropped": "the text holds {found}, which pages leave out; write it in Markdown, or remove it",
  "html-raw": "the text holds the HTML {found}; write it in Markdown, which people can read and correct",
  "image-alt.text": "the image {found} has no description; say what it shows: ![A pond](pond.jpg)",
  "image-alt.featured": "image is given without image_alt; say what it shows",
  "markdown-deep": "the text is nested too deep to be read; take out some levels of lists or quotations",
  "markdown-emphasis": "** marks nothing in {found}; close it, without blanks inside: **important**",
  "markdown-fence": "{found} begins code that nobody ends; add a line {found} below it",
  "markdown-heading": "{found} is no heading; put a blank after the number signs",
  "markdown-link":
    "{found} is no link; write [text](https://…), without a blank between the brackets or in the address",
  "markdown-reference": "{found} names an address that stands nowhere; write [text](https://…)",
  "markdown-table": "{found} is no table; add a line like |---|---| below the first row",

  // Comments
  "id-missing": "id is missing; add id: {wanted}",
  "id-invalid": "id is {found}; begin with a letter and use only letters, digits and . _ : -, 100 at most",
  "id-double": "id is {found}, which {other} has too; give one of them another",
  "comment-file-name": "id is {found}, so the file should be {wanted}; check --fix renames it",
  "parent-loop": "parent {found} leads back to the comment itself; name the comment that it answers",
  "parent-missing": "parent {found} is not in the archive; say why with parent_state (unpublished, deleted or missing)",
  "parent-state-alone": "parent_state is {found}, but there is no parent; add the parent or remove parent_state",
  "parent-state-needless": "parent_state is {found}, but the parent {parent} is here; remove parent_state",
  "status-author.redacted": "a redacted comment says nothing of its author; remove {key}",
  "status-author.deleted": "a deleted comment says nothing of its author or date; remove {key}",
  "status-author.post": "a redacted post says nothing but where it stood; remove {key}",
  "status-body.post": "a redacted post keeps no text; remove what stands below the front matter",
  "status-translation": "is a translation of a post that was redacted; remove it",
  "status-body.redacted": "a redacted comment keeps no text; remove what stands below the front matter",
  "status-body.deleted": "a deleted comment keeps no text; remove what stands below the front matter",

  // Links and images
  "link-missing.path":
    "the text links to {found}, which is not in the archive; correct the path, write it like ../../2011/slug/index.md, or remove the link",
  "link-missing.file": "the text links to {found}, which is not in the archive; add the file or correct the address",
  "link-missing.image": "the text shows {found}, which is not in the archive; add the file or correct the address",
  "link-missing.comment": "the text links to {found}, but that post has no comment {comment}; correct the address",
  "image-unreadable.access": "cannot be read; check its permissions",
  "image-unreadable.kind":
    "is no image that browsers show (JPEG, PNG, GIF, WebP, AVIF), whatever its name says; replace or remove it",
  "image-unreadable.damaged": "is damaged: it does not tell its size; replace it with a whole copy",
  "image-unreadable.build": "{what}; it is not published, and pages say so in its place",
  "image-extension": "is a {format} image, but is called .{extension}; rename it and what refers to it",
  "image-large.pixels": "is {width} × {height} pixels large; {side} on a side are plenty",
  "image-large.bytes": "is {size} MB large; make it smaller than {limit} MB, because Git keeps every version for good",

  // Sources and people
  "source-id-invalid": "the name {found} cannot be a source's id; use lower-case letters, digits and hyphens",
  "ledger-unbalanced": "ledger does not add up: read must be written plus skipped in each group; run the import again",
  "redaction-line.header": "the first line must be {wanted}",
  "redaction-line.cells": "the line must have five cells: {wanted}; put one with a comma in it into double quotes",
  "redaction-line.id": "{found} is no id; write 2011/slug, 2011/slug#comment-7 or source:<id>, and never a name",
  "redaction-line.date": "the date is {found}; write a day, like 2026-11-30",
  "redaction-line.action": "the action is {found}; it must be redacted or deleted",
  "redaction-line.reason": "the reason is {found}; it must be one of {list}",
  "person-name-missing": 'name is missing; add it, as pages shall show it: name: "Åsa Öberg"',
  "person-slug-invalid":
    "the name of the file, {found}, cannot be an address; rename it, with a letter in it and no reserved word",
  "person-slug-taken":
    "the page of {author}, who wrote posts and is nobody's recorded name, has the address {found} too, and would move; add the name to names if it is the same person, else rename this file",
  "source-unknown.person":
    "sources holds {found}, but there is no sources/<id>.md of that name; correct it or remove it",
  "person-name-taken":
    "{key} has {found}, which {other} claims too; a name is one person's: take it out of one of them, or say with sources in which blogs it is whose",
  "person-name-unknown.anywhere":
    "names has {found}, but no post or comment in the archive is signed so; spell it exactly as it stands there, or remove it",
  "person-name-unknown.sources":
    "names has {found}, but no post or comment in these sources is signed so; spell it exactly as it stands there, or remove it",

  // Old addresses, told by the build
  "old-address-own":
    "its old address {found} is one of this site's own pages, which keeps it; nothing leads from there to this text",
  "old-address-taken":
    "its old address {found} is that of {others} too; a page there names them all. Correct source_url, or take one source out of takesOver",

  // What check --fix did
  "fix.lineEnds": "gave it LF line ends",
  "fix.form": "rewrote it in normal form",
  "fix.comments": "holds comments (#), which the fixed form cannot keep; move them into the text or remove them",
  "fix.renamed": "renamed to {name}, after its id",
  "fix.moved.undated": "moved to {folder}, because it has no date; {address} is kept in its aliases",
  "fix.moved.dated": "moved to {folder}, because its date is {date}; {address} is kept in its aliases",
  "fix.alias": "its address was {address} before, which is kept in its aliases",
  "fix.links": "its links follow a post that was moved",
  "fix.followed": "translation_of follows its original to {id}",
} as const;

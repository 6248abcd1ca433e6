// Finds what PHP prints into an export when something goes wrong on the server: notices in HTML or as plain text.

const LEVELS =
  "(?:Notice|Warning|Deprecated|Strict Standards|Fatal error|Parse error|Recoverable fatal error|Catchable fatal error|User Notice|User Warning|User Deprecated)";
// As PHP's main.c prints them, with html_errors on and off; bounded, so that a text full of beginnings costs no time.
const HTML_NOTICE = new RegExp(
  `(?:<br\\s?/?>\\r?\\n?)?<b>(?:PHP )?${LEVELS}</b>:\\s[\\s\\S]{0,2000}? in <b>[^<]{1,1000}</b> on line <b>\\d+</b>(?:<br\\s?/?>\\r?\\n?)?`,
  "g",
);
const PLAIN_NOTICE = new RegExp(
  `(?:^|\\r?\\n)(?:PHP )?${LEVELS}: {1,2}[^\\n]{0,2000}? in [^\\n]{1,1000}?\\.php(?:\\([^\\n]{1,200}?)? on line \\d+(?:\\r?\\n|$)`,
  "g",
);
const XDEBUG_TABLE =
  /(?:<br\s?\/?>\r?\n?)?<font size=['"]1['"]><table class=['"]xdebug-error[\s\S]{0,20000}?<\/table><\/font>\r?\n?/g;

/** Returns a text as it stands in the file, outside CDATA, without what PHP printed into it. */
export function removeNotices(text: string): string {
  const rest = text.includes("xdebug-error") ? text.replace(XDEBUG_TABLE, "") : text;
  return rest.includes(" on line ") ? rest.replace(HTML_NOTICE, "").replace(PLAIN_NOTICE, "") : rest;
}

const PAGE = /<!doctype\s+html[\s\S]{0,100000}?<\/html>(?:\r?\n)?/gi;

const START = new RegExp(`<!doctype\\s+html[\\s>]|<br\\s?/?>\\s{0,9}<b>(?:PHP )?${LEVELS}</b>:`, "iy");

/** Tells whether a page or a notice begins at a place in a text. */
export function startsServerOutput(text: string, at: number): boolean {
  START.lastIndex = at;
  return START.test(text);
}

/** Returns such a text without whole HTML pages, as a server prints them when it fails. */
export function removePages(text: string): string {
  return text.includes("</html>") ? text.replace(PAGE, "") : text;
}

/** Tells whether a text holds WordPress's error page, which its author may have quoted. */
export function holdsErrorPage(text: string): boolean {
  return text.includes('<body id="error-page"');
}

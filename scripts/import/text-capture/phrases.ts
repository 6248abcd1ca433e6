// What blogs write around posts and comments, in English and Swedish: headings, forms, share buttons, footers.

/** What a heading above comments says. */
export interface CommentHeading {
  /** How many there are; undefined when it gives no number. */
  readonly declared?: number;
  /** The title that it quotes, as far as it goes. */
  readonly title?: string;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  no: 0,
  zero: 0,
  inga: 0,
  noll: 0,
  one: 1,
  en: 1,
  ett: 1,
  two: 2,
  två: 2,
  three: 3,
  tre: 3,
  four: 4,
  fyra: 4,
  five: 5,
  fem: 5,
  six: 6,
  sex: 6,
  seven: 7,
  sju: 7,
  eight: 8,
  åtta: 8,
  nine: 9,
  nio: 9,
  ten: 10,
  tio: 10,
};
const COUNT = `(?<count>\\d{1,3}(?:[ \\u00a0.,]\\d{3})+|\\d{1,6}|${Object.keys(NUMBER_WORDS).join("|")})`;
// These words need the title after them to be a heading; the others may stand alone.
const REPLIES =
  "(?:thoughts?|responses?|repl(?:y|ies)|comments?|kommentar(?:er)?|svar|tank(?:e|ar)|reaktion(?:er)?|inlägg)";
const JOINER = "(?:on|to|about|for|till|på|om|kring)";
const QUOTED = "[“”\"'‘’«»„](?<title>.+?)[“”\"'‘’«»„]?";
const HEADINGS: readonly RegExp[] = [
  new RegExp(`^${COUNT}\\s+${REPLIES}\\s+(?:so far\\s+)?${JOINER}:?\\s*${QUOTED}$`, "iu"),
  new RegExp(
    `^${COUNT}\\s+(?:comments?|responses?|repl(?:y|ies)|thoughts|kommentar(?:er)?|svar)(?:\\s+(?:so far|yet|än(?:nu)?|hittills))?\\s*[:.…]?$`,
    "iu",
  ),
  /^(?:comments?|responses|kommentarer|svar)\s*[([](?<count>\d{1,6})[)\]]\s*:?$/iu,
  /^(?:comments|responses|kommentarer|discussion)\s*:?$/iu,
];
// "8 thoughts on The title" without quotation marks counts only with the page's own title.
const UNQUOTED = new RegExp(`^${COUNT}\\s+${REPLIES}\\s+${JOINER}:?\\s+(?<title>\\S.*)$`, "iu");

/** Reads a heading above comments; undefined when the line is none. `pageTitle` tells a title that is not quoted. */
export function readCommentHeading(line: string, pageTitle = ""): CommentHeading | undefined {
  const text = toSpaces(line);
  if (text.length > 400) return undefined;
  for (const pattern of HEADINGS) {
    const match = pattern.exec(text);
    if (match !== null) return toHeading(match.groups ?? {});
  }
  const groups = UNQUOTED.exec(text)?.groups;
  const title = groups?.title ?? "";
  return groups !== undefined && title.length > 2 && toSpaces(pageTitle).startsWith(title)
    ? toHeading(groups)
    : undefined;
}

/** Returns the number of comments that a text names, such as `2 kommentarer` or `Comments (3)`; undefined without one. */
export function readCommentCount(text: string): number | undefined {
  return readCommentHeading(text)?.declared;
}

function toHeading({ count, title }: Readonly<Record<string, string | undefined>>): CommentHeading {
  const declared = count === undefined ? undefined : toNumber(count);
  return { ...(declared !== undefined && { declared }), ...(title !== undefined && { title }) };
}

function toNumber(text: string): number | undefined {
  const word = NUMBER_WORDS[text.toLowerCase()];
  return word ?? (/^\d/.test(text) ? Number(text.replace(/\D/g, "")) : undefined);
}

const CLOSED =
  /^(?:(?:sorry,? )?(?:the )?comment(?:s|ing)?(?: form)? (?:are|is|have been|has been)(?: now| currently)? (?:closed|disabled|off)(?: (?:for|on|at) [^.]{1,40})?|comments off|comments closed|kommentar(?:er|erna|sfältet|sfunktionen|sfunktion|ering|eringen)? ?(?:är|har|ej)?(?: nu| just nu)? ?(?:avstängd[ae]?|avstängt|stängd[ae]?|stängt|inaktiverad[e]?|avslagna|inte tillåtna|stängts)(?: för [^.]{1,40})?|det går inte (?:längre )?att kommentera(?: [^.]{1,40})?|inga nya kommentarer (?:är tillåtna|tillåts)|new comments are not allowed|no new comments are allowed)[.!*]*$/iu;

/** Tells whether a line says that nobody can comment any more. */
export function saysClosed(line: string): boolean {
  return CLOSED.test(toSpaces(line));
}

const FORM_START =
  /^(?:leave (?:a|your) (?:reply|comment|response)(?: or share your thoughts)?|post a (?:new )?comment|add (?:a|your) comment|write a comment|submit a comment|join the (?:conversation|discussion)|speak your mind|what do you think\?|lämna (?:ett|en|din|ditt) (?:svar|kommentar)|lämna svar|skicka en kommentar|skriv (?:en|ett|din|ditt) (?:kommentar|svar)|lägg till (?:en|din) (?:ny )?kommentar|kommentera(?: inlägget| detta)?|delta i (?:diskussionen|konversationen))(?: (?:to|till) .{1,200})?(?:\s*(?:cancel reply|avbryt svar))?\s*(?:[.…:!]+)?$/iu;

/** Tells whether a line is the heading of, or the link to, a form for comments. */
export function startsForm(line: string): boolean {
  return FORM_START.test(toSpaces(line));
}

const SHARE_START =
  /^(?:share (?:this|it|on|via|the love)(?: (?:post|entry|article|page))?|share|sharing is caring!?|dela(?: (?:detta|det här|den här|med andra|på|via|inlägget|sidan|det här inlägget|med dig))?|tipsa (?:en vän|andra)|sprid (?:ordet|vidare)|like this|gilla (?:detta|det här|inlägget)|bookmark (?:this|and share))\s*:?$/iu;

/** Tells whether a line begins share buttons. */
export function startsShare(line: string): boolean {
  return SHARE_START.test(toSpaces(line));
}

const SHARE_WORDS =
  /^(?:(?:(?:click to )?(?:share|tweet|pin|post|dela|tweeta)(?: this| it| detta)?(?: (?:on|to|via|på|till|med))?(?: (?:a friend|en vän))?\s*)?(?:facebook|twitter|x|google\+?|google plus|linkedin|pinterest|pusha|bloggy|reddit|tumblr|e-?mail|e-?post|mail|mejl|print|skriv ut|utskrift|whatsapp|telegram|pocket|skype|stumbleupon|digg|delicious|press this|mastodon|threads|bluesky|instagram|rss|mer|more|fler)(?: (?:\(opens in new window\)|\(öppnas i (?:ett )?nytt fönster\)))?|tweet|tweeta|(?:like|gilla)(?: (?:loading|läser in|laddar in)\s*(?:\.{3}|…)?)?|loading\.{0,3}…?|läser in\s*(?:\.{3}|…)?|gillar laddar in\s*(?:\.{3}|…)|laddar in\s*(?:\.{3}|…)|be the first to like this\.?|(?:\d+ )?(?:bloggers?|bloggare) (?:like|gillar) (?:this|detta|det här)\.?|bli först med att gilla (?:detta|det här)\.?|e-?posta detta!?|blogthis!|blogga om detta!?|dela på (?:twitter|x|facebook|pinterest)|email this|share to (?:twitter|x|facebook|pinterest)|\d+)$/iu;

/** Tells whether a line is one of a row of share buttons; only below what startsShare() knows. */
export function isShareButton(line: string): boolean {
  return SHARE_WORDS.test(toSpaces(line));
}

const BOILERPLATE: readonly RegExp[] = [
  /^fill in your details below or click an icon to log in:?(?: logo)?$/iu,
  /^fyll i dina uppgifter nedan eller klicka på en ikon för att logga in:?/iu,
  /^you are commenting using your .*\(?.*(?:log ?out|change).*\)?$/iu,
  /^du kommenterar med ditt .*(?:logga ut|ändra)?.*$/iu,
  /^connecting to %s$|^ansluter till %s$/iu,
  /^this site uses akismet to reduce spam\.?/iu,
  /^(?:denna|den här) webbplats(?:en)? använder akismet/iu,
  /^learn how your comment data (?:is|are) processed\.?$/iu,
  /^lär dig (?:om )?hur din(?:a)? kommentar(?:s)?data (?:bearbetas|behandlas)\.?$/iu,
  /^your e-?mail address will not be (?:published|made public)\.?/iu,
  /^(?:(?:din|er) )?e-?post(?:adress)?(?:en)? (?:kommer (?:inte|ej) (?:att )?(?:publiceras|visas)|(?:publiceras|visas) (?:inte|ej|aldrig))\.?/iu,
  /^required fields are marked|^(?:obligatoriska fält|fält) (?:är|som är)? ?(?:märkta|markerade|obligatoriska)/iu,
  /^you (?:must|need to) (?:be )?log(?:ged)? ?in to (?:post|leave) a (?:comment|reply)\.?/iu,
  /^(?:du måste (?:vara )?(?:logga in|inloggad)|logga in för att) .*(?:kommenter|kommentar|svar)/iu,
  /^log in to (?:leave a (?:comment|reply)|reply|comment)\.?$/iu,
  /^you (?:may|can) use these html tags/iu,
  /^(?:du kan använda|följande) (?:följande|dessa) html/iu,
  /^save my name,? e-?mail,? and website in this browser/iu,
  /^spara mitt namn,? min e-?post/iu,
  /^(?:notify me|meddela mig|notifiera mig|underrätta mig|skicka mig) .*(?:comments?|posts?|e-?mail|kommentar|inlägg|e-?post)/iu,
  /^(?:enter your comment here|skriv (?:din|en) kommentar här)(?:\.{3}|…)?$/iu,
  /^(?:enter|ange) (?:your|din|ditt) /iu,
  /^(?:comment|kommentar|name|namn|e-?mail|e-?post(?:adress)?|website|webb?plats|url|message|meddelande|address never made public|adress(?:en)? visas? aldrig(?: offentligt)?)(?: address)?\s*(?:\*|\((?:required|obligatorisk[t]?|address never made public|will not be published|kommer inte publiceras|visas ej)\)|\*?\s*:)*\s*(?:\*)?$/iu,
  /^(?:post comment|submit(?: comment)?|publish|skicka(?: kommentar)?|publicera(?: kommentar)?|send|cancel(?: reply)?|avbryt(?: svar)?|log ?out|logga ut|log ?in|logga in|change|ändra|reply|svara|subscribe|prenumerera)(?:\s*[→»↓])?$/iu,
  /^(?:(?:wordpress\.com|google\+?|twitter|facebook|gravatar|openid) )?(?:logo|logotyp|photo|picture|foto|bild|profilbild)$/iu,
  /^(?:posted in|filed under|tagged(?: with)?|categories|category|tags?|publicerat i|publicerad i|postat i|kategorier|kategori|taggar|taggat|märkt|etiketter|labels)\s*:?\s*\S.{0,300}$/iu,
  /^this entry was posted (?:in|on|by) /iu,
  /^(?:det här|detta) inlägg(?:et)? (?:postades|publicerades|är publicerat) /iu,
  /^bookmark the permalink\.?$|^bokmärk permalänken\.?$/iu,
  /^(?:permalink|permalänk|edit|redigera|print|skriv ut)$/iu,
  /^(?:(?:←|‹|«|<)\s*)?(?:previous|older|newer|next|föregående|äldre|nyare|nästa|tidigare)(?: (?:post|posts|entry|comments?|inlägg|artikel|article|kommentarer|sida|page))?(?:\s*(?:→|›|»|>))?:?$/iu,
  /^(?:newer post|senaste inlägg|nyare inlägg)?\s*(?:older post|äldre inlägg)?\s*(?:home|startsida)$/iu,
  /^(?:post|comment|inläggs|kommentars)[- ]?navig(?:ation|ering)$/iu,
  /^[←‹«<→›»]+ ?\S.{0,200}$|^\S.{0,200} [→›»]+$/u,
  /^(?:related|relaterat|relaterade(?: inlägg)?|related posts?|you may also like|läs också|liknande inlägg)\s*:?$/iu,
  /^(?:home|hem|startsida|blog at wordpress\.com\.?|blogg på wordpress\.com\.?|create a free website or blog at wordpress\.com\.?|(?:proudly )?powered by .{1,60}|drivs med .{1,60}|theme:? .{1,80}|tema:? .{1,80})$/iu,
  /^(?:subscribe to|prenumerera på)(?: this post)?\s*:?.{0,100}$/iu,
  /^(?:©|copyright\b|\(c\)).{0,120}$/iu,
  /^(?:rss|comments rss|rss för kommentarer|rss feed|trackback(?: url)?|trackbacks?(?:\/pingbacks?)?|pingbacks?)\s*:?$/iu,
  /^follow (?:this blog|blog via e-?mail)|^följ (?:denna|den här) bloggen/iu,
];

/** Tells whether a line belongs to a form, a row of buttons or a footer, wherever it stands below a text. */
export function isBoilerplate(line: string): boolean {
  const text = toSpaces(line);
  return (
    text === "" ||
    startsForm(text) ||
    saysClosed(text) ||
    startsShare(text) ||
    (text.length <= 500 && BOILERPLATE.some((pattern) => pattern.test(text)))
  );
}

const SAYS = "(?:says|said|wrote|writes|replied|säger|sa|sade|skriver|skrev|svarade|svarar|kommenterar|kommenterade)";
const SPEAKER_LINE = new RegExp(`^(\\S.{0,120}?)\\s+${SAYS}\\s*(?::|\\.{3}|…)$`, "iu");
const DATED_NAMES: readonly RegExp[] = [/^(.+?),? (?:on|den) (.+)$/iu, /^(.+?), (.+)$/u];

/** A line that names who speaks: `Anna says:`, `Anna skriver:`, `Anna, on May 3rd, 2009 at 10:15 said:`. */
export interface SpeakerLine {
  readonly name: string;
  readonly date?: string;
}

/** Reads a line that names a comment's author; undefined when it is none. `readDate` reads what stands between. */
export function readSpeakerLine(line: string, readDate: (text: string) => string | undefined): SpeakerLine | undefined {
  const text = toSpaces(line);
  const speaker = SPEAKER_LINE.exec(text)?.[1];
  if (speaker === undefined) return undefined;
  for (const pattern of DATED_NAMES) {
    const [, name, when] = pattern.exec(speaker) ?? [];
    const date = readDate(when ?? "");
    if (name !== undefined && date !== undefined) return { name, date };
  }
  return isName(speaker) ? { name: speaker } : undefined;
}

// A sentence before "says:" names nobody.
function isName(text: string): boolean {
  return text.length <= 60 && text.split(" ").length <= 7 && !/[!?;:"“”]|\.\s+\p{Ll}/u.test(text);
}

/** Returns a line with every run of spaces, non-breaking ones too, as one space, and none at its ends. */
export function toSpaces(line: string): string {
  return line.replace(/[\s\u00a0]+/gu, " ").trim();
}

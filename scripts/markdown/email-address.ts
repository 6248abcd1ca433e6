// Finds e-mail addresses in texts: one idea of them for all that masks them, leaves them out or warns of them.

/** Where an address stands in a text. */
export interface EmailPlace {
  readonly start: number;
  readonly end: number;
}

/** What stands for an address in a text. */
export const EMAIL_MASK = "[e-mail removed]";

const WHOLE = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/;
const AT_SIGN = /@|%40/g;
const LOCAL_PART = /[\p{L}\p{N}._%+-]{1,64}$/u;
// Markdown writes "_" as "\_".
const MARKDOWN_LOCAL_PART = /[\p{L}\p{N}._%+\\-]{1,64}$/u;
// "@2x.png" ends the name of a picture.
const DOMAIN = /^(?!\d+x\.(?:png|jpe?g|gif|webp|svg)\b)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/iu;

/** Finds the addresses of a text, also those that a web address spells with `%40`, in linear time. */
export function findEmailAddresses(text: string, kind: "text" | "markdown" = "text"): readonly EmailPlace[] {
  const places: EmailPlace[] = [];
  let done = 0;
  // Looks around each "@" only.
  for (const { 0: sign, index } of text.matchAll(AT_SIGN)) {
    const before = text.slice(Math.max(done, index - 64), index);
    const local = (kind === "text" ? LOCAL_PART : MARKDOWN_LOCAL_PART).exec(before)?.[0];
    const domain = DOMAIN.exec(text.slice(index + sign.length, index + sign.length + 320))?.[0];
    if (local === undefined || domain === undefined) continue;
    done = index + sign.length + domain.length;
    places.push({ start: index - local.length, end: done });
  }
  return places;
}

/** Tells whether a text is an e-mail address and nothing else. */
export function isEmailAddress(text: string): boolean {
  return WHOLE.test(text.trim());
}

/** Tells whether an e-mail address stands somewhere in a text. */
export function holdsEmailAddress(text: string): boolean {
  return findEmailAddresses(text).length > 0;
}

/** Returns the text with each e-mail address replaced. */
export function hideEmailAddresses(text: string): string {
  return replaceEmailAddresses(text, () => EMAIL_MASK);
}

/** Returns the text with another in the place of each e-mail address; `choose` is told what stands before it. */
export function replaceEmailAddresses(
  text: string,
  choose: (before: string) => string,
  kind: "text" | "markdown" = "text",
): string {
  let output = "";
  let done = 0;
  for (const { start, end } of findEmailAddresses(text, kind)) {
    output += text.slice(done, start) + choose(text.slice(Math.max(0, start - 1), start));
    done = end;
  }
  return done === 0 ? text : output + text.slice(done);
}

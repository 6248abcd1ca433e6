// Finds telephone numbers and Swedish personal identity numbers in texts, to warn of them.

/** What kind of number, and where it begins. */
export interface PersonalNumber {
  readonly kind: "phone" | "identity";
  readonly start: number;
}

/** Most texts hold nothing like it, and are not looked at closer. */
const MAY_HOLD = /\+\d|\b0\d|\d[-. ]\d{4}/;
/**
 * Digits in groups, as people write telephone numbers: +46 70-123 45 67, 08-123 456 78, (555) 555-0123. Not in a longer
 * number, a date or an address of the web.
 */
const PHONE =
  /(?<![\p{L}\p{N}_/.=&?#%+:,-]|\d )(?:(?:\+|00)\d{1,3}[ -]?(?:\(0\)[ -]?)?\d{1,3}(?:[ -]?\d{2,4}){2,4}|0\d{1,3}(?:[ -]\d{2,3}){2,4}|0\d{1,3}-\d{5,8}|07\d{8}|\(?[2-9]\d{2}\)?[-. ]\d{3}[-.]\d{4})(?![\p{L}\p{N}_/%]|[-.:]\d)/gu;
const DATE = /^\d{1,2}[- ]\d{1,2}[- ]\d{2,4}$/;
const DIGITS = { least: 8, most: 15 } as const;
/** Skatteverket's form: a day, a sign, four digits of which the last one checks the others. */
const IDENTITY =
  /(?<![\p{L}\p{N}_/.=&?#%-])(?:19|20)?(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))[-+](\d{4})(?![\p{L}\p{N}_-])/gu;

/** Returns the telephone and personal identity numbers of a text, in order. */
export function findPersonalNumbers(text: string): readonly PersonalNumber[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: PersonalNumber[] = [];
  for (const { 1: day = "", 2: end = "", index } of text.matchAll(IDENTITY)) {
    if (isChecked(day + end)) found.push({ kind: "identity", start: index });
  }
  for (const { 0: number, index } of text.matchAll(PHONE)) {
    const length = number.replace(/\D/g, "").length;
    if (length < DIGITS.least || length > DIGITS.most || DATE.test(number)) continue;
    if (!found.some(({ start }) => start === index)) found.push({ kind: "phone", start: index });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The Luhn algorithm (ISO/IEC 7812-1), by which the last digit of such a number is made. */
function isChecked(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

// Makes a link of the contact that an archive's owner chose to publish.

/**
 * Returns the href of a contact: an https address as it is, an e-mail address as mailto, with a subject where one is
 * given; undefined for anything else.
 */
export function contactHref(contact: string | undefined, subject?: string): string | undefined {
  if (contact === undefined) return undefined;
  if (/^https?:\/\//i.test(contact)) return contact;
  if (!/^[^\s@/:?&]+@[^\s@/:?&]+$/.test(contact)) return undefined;
  return subject === undefined ? `mailto:${contact}` : `mailto:${contact}?subject=${encodeURIComponent(subject)}`;
}

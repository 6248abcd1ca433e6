// Makes a link of the contact that an archive's owner chose to publish.

/** Returns the href of a contact: an https address as it is, an e-mail address as mailto; undefined for anything else. */
export function contactHref(contact: string | undefined): string | undefined {
  if (contact === undefined) return undefined;
  if (/^https?:\/\//i.test(contact)) return contact;
  return /^[^\s@/:?&]+@[^\s@/:?&]+$/.test(contact) ? `mailto:${contact}` : undefined;
}

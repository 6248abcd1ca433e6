// What content/site.json says of the sample archive, so that none of it stays behind when somebody's own blog moves in.

import type { SiteSettings } from "./model.ts";

/** The sample's site.json. A test compares it with the file. */
export const sampleSettings: Partial<SiteSettings> = {
  title: { en: "Ordskifte: a sample archive", sv: "Ordskifte: ett exempelarkiv" },
  description: {
    en: "Invented posts and comments about social media in the public sector, 2007–2014: blocked sites, snow maps, complaints after hours and the long question of whether a tweet is a record.",
    sv: "Påhittade inlägg och kommentarer om sociala medier i offentlig sektor, 2007–2014: spärrade sidor, plogkartor, klagomål efter kontorstid och den långa frågan om ett kvitter är en allmän handling.",
  },
  language: "en",
  contact: "https://ordskifte.example/contact",
  sample: true,
};

// What the command `preview` says, in English: the reference. Titles and addresses of pages follow each list.

export const previewEn = {
  "preview.title": "Pages that this change touches",
  "preview.added.one": "{count} post or page comes:",
  "preview.added.other": "{count} posts and pages come:",
  "preview.changed.one": "{count} post or page changes:",
  "preview.changed.other": "{count} posts and pages change:",
  "preview.removed.one": "{count} post or page goes:",
  "preview.removed.other": "{count} posts and pages go:",
  "preview.untitled": "Without a title",
  "preview.more.one": "… and {count} more",
  "preview.more.other": "… and {count} more",
  "preview.also": "What follows from that:",
  "preview.others.one": "{count} list or other page differs",
  "preview.others.other": "{count} lists and other pages differ",
  "preview.redirects.one": "{count} old address leads elsewhere, comes or goes",
  "preview.redirects.other": "{count} old addresses lead elsewhere, come or go",
  "preview.surroundings.one": "{count} page differs only in what surrounds its text, such as the way to the next post",
  "preview.surroundings.other":
    "{count} pages differ only in what surrounds their text, such as the way to the next post",
  "preview.files.one": "{count} image, feed or data file differs",
  "preview.files.other": "{count} images, feeds and data files differ",
  "preview.nothing": "No page changes.",
  "preview.notCompared":
    "The site as it was before this change could not be built, so there is nothing to compare with. Look at the new one.",
  "preview.failed": "The site could not be built. What is written above says why.",
  "preview.how":
    "To look at the site: download the artifact **preview** at the foot of the workflow’s page, unpack it, and read `README.md` in it.",
} as const;

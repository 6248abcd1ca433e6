// An invented blog with images and other files, its files, and ways to import it, for tests.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { importSource, type SourceReport } from "../../../scripts/import/import-source.ts";
import { defaultImportOptions } from "../../../scripts/import/importer.ts";
import { defaultMediaSettings, type MediaSettings } from "../../../scripts/import/media/media-settings.ts";
import { openMedia } from "../../../scripts/import/media/open-media.ts";
import { openInputs } from "../../../scripts/import/open-inputs.ts";
import { findSources } from "../../../scripts/import/recognize.ts";
import { type WxrItemSpec, writeWxr } from "../write-wxr.ts";

/** Where the blog's uploads were. */
export const UPLOADS = "https://blog.example/wp-content/uploads";
/** Stands in the metadata of every image. */
export const SECRET = "secret-place-of-eva";

/** Returns an image with metadata; another one for each number. */
export async function makePhoto(number: number, format: "jpeg" | "png" = "jpeg"): Promise<Buffer> {
  const image = sharp({
    create: { width: 20 + number, height: 10, channels: 3, background: { r: number, g: 9, b: 99 } },
  });
  return image
    .withMetadata({ exif: { IFD0: { Copyright: SECRET } } })
    [format]()
    .toBuffer();
}

/** Writes the blog's uploads into a folder. */
export async function writeUploads(folder: string): Promise<string> {
  const files: Readonly<Record<string, Buffer | string>> = {
    "2011/01/Åsas photo.jpg": await makePhoto(1),
    "2011/01/map.png": await makePhoto(2, "png"),
    "2011/02/map.png": await makePhoto(3, "png"),
    "2011/02/same-map.png": await makePhoto(3, "png"),
    "2011/01/plan.pdf": "%PDF-1.4\nplan",
    "2011/01/error.jpg": "<!DOCTYPE html><title>Not found</title>",
    "2011/01/drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    "2011/01/header.jpg": await makePhoto(4),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The blog's posts. */
export const ITEMS: readonly WxrItemSpec[] = [
  {
    id: 1,
    slug: "first",
    title: "First",
    date: "2011-01-05 10:00:00",
    dateGmt: "2011-01-05 10:00:00",
    meta: { _thumbnail_id: "90" },
    content: `<p><a href="${UPLOADS}/2011/01/%C3%85sas-photo.jpg"><img src="${UPLOADS}/2011/01/%C3%85sas%20photo-300x200.jpg" alt="Åsa"></a></p>
<p><a href="https://blog.example/2011/01/first/a-photo/"><img src="${UPLOADS}/2011/01/%C3%85sas%20photo.jpg?w=100" alt="Again"></a></p>
<p><img src="${UPLOADS}/2011/01/map.png" alt="January"> <img src="${UPLOADS}/2011/02/map.png" alt="February"></p>
<p><img src="${UPLOADS}/2011/02/same-map.png" alt="The same"></p>
<p>Read <a href="${UPLOADS}/2011/01/plan.pdf">the plan</a>, or <a href="https://other.example/plan.pdf">another</a>.</p>
<p><img src="${UPLOADS}/2011/01/error.jpg" alt="Error"> <img src="${UPLOADS}/2011/01/drawing.svg" alt="Drawing"></p>
<p><img src="${UPLOADS}/2011/01/lost.jpg" alt="Lost"> <img src="https://other.example/2011/01/map.png" alt="Other"></p>`,
    comments: [
      {
        id: 7,
        content: `See <a href="${UPLOADS}/2011/01/plan.pdf">the plan</a> and <a href="${UPLOADS}/2011/02/map.png">the map</a>.`,
      },
    ],
  },
  {
    id: 2,
    slug: "second",
    title: "Second",
    date: "2011-02-05 10:00:00",
    dateGmt: "2011-02-05 10:00:00",
    content: `<p>The map again: <img src="${UPLOADS}/2011/01/map.png" alt="January"></p>`,
  },
  {
    id: 90,
    type: "attachment",
    title: "Header",
    status: "inherit",
    attachmentUrl: `${UPLOADS}/2011/01/header.jpg`,
    link: "https://blog.example/2011/01/first/header/",
  },
  {
    id: 91,
    type: "attachment",
    title: "A photo",
    status: "inherit",
    attachmentUrl: `${UPLOADS}/2011/01/%C3%85sas%20photo.jpg`,
    link: "https://blog.example/2011/01/first/a-photo/",
  },
];

/** Writes an export of the blog. */
export function writeBlog(
  folder: string,
  items: readonly WxrItemSpec[] = ITEMS,
  link = "https://blog.example",
): string {
  const file = join(folder, "blog.xml");
  writeFileSync(file, writeWxr({ items, link }));
  return file;
}

/** Imports an export with media. */
export async function importMedia(
  file: string,
  contentDir: string,
  media: Partial<MediaSettings> = {},
  isDryRun = false,
): Promise<SourceReport> {
  const settings = { ...defaultMediaSettings, ...media };
  const { inputs } = await openInputs([file], () => {});
  const [found] = await findSources(inputs, () => {}, {});
  if (found === undefined) throw new Error("no blog in the export");
  const openedMedia = settings.paths.length === 0 ? undefined : await openMedia(settings.paths);
  return importSource(
    found,
    { ...defaultImportOptions, lang: "en" },
    {
      contentDir,
      isDryRun,
      keepSample: false,
      isStrict: false,
      media: settings,
      ...(openedMedia !== undefined && { openedMedia }),
      onProgress: () => {},
    },
  );
}

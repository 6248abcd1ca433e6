// Folders, tar and zip archives of files: what is listed and read, what is passed over, and archives that are broken or bombs.

import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { readMediaAddress } from "../../../scripts/import/media/media-address.ts";
import { toSourceHosts } from "../../../scripts/import/media/media-hosts.ts";
import type { MediaFile } from "../../../scripts/import/media/media-library.ts";
import { type OpenedMedia, openMedia } from "../../../scripts/import/media/open-media.ts";
import { InputError } from "../../../scripts/import/open-input.ts";
import { makeFolder } from "../../support/scratch.ts";
import { writeZip } from "../write-zip.ts";
import { type TarSpec, writeTar } from "./write-tar.ts";

const HOSTS = toSourceHosts(["https://blog.example/"]);
const FILES: Readonly<Record<string, string>> = {
  "2011/01/a.jpg": "first",
  "2011/02/a.jpg": "second",
  "2011/02/b.pdf": "third",
  "plugin/code.php": "<?php",
  ".hidden/c.jpg": "no",
  "__MACOSX/c.jpg": "no",
};

function put(folder: string, name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function members(longName?: TarSpec["longName"]): readonly TarSpec[] {
  return Object.entries(FILES).map(([name, content]) => ({
    name,
    content,
    ...(longName !== undefined && { longName }),
  }));
}

function findAll(opened: OpenedMedia, paths: readonly string[]): ReadonlySet<MediaFile> {
  return new Set(
    paths.flatMap((path) => {
      const address = readMediaAddress(`https://blog.example/wp-content/uploads/${path}`);
      const match = address === undefined ? undefined : opened.library.find(address, HOSTS);
      return match?.kind === "found" ? [match.file] : [];
    }),
  );
}

async function readAll(opened: OpenedMedia, paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const found: [string, string][] = [];
  for await (const { file, content } of opened.read(findAll(opened, paths))) {
    found.push([file.path, content instanceof Error ? `error: ${content.message}` : content.toString()]);
  }
  return Object.fromEntries(found.sort());
}

describe("open media", () => {
  const wanted = ["2011/01/a.jpg", "2011/02/a.jpg", "2011/02/b.pdf"];
  const expected = Object.fromEntries(wanted.map((path) => [path, FILES[path]]));

  test("a folder; links in it are not followed", async () => {
    const folder = makeFolder();
    for (const [name, content] of Object.entries(FILES)) put(folder, name, content);
    const outside = put(makeFolder(), "secret.jpg", "secret");
    symlinkSync(outside, join(folder, "2011/01/link.jpg"));
    symlinkSync(dirname(outside), join(folder, "2011/03"));
    const opened = await openMedia([folder]);
    assert.equal(opened.library.size, 3);
    assert.deepEqual(await readAll(opened, [...wanted, "2011/01/link.jpg", "2011/03/secret.jpg"]), expected);
  });

  const archives: Readonly<Record<string, () => Buffer>> = {
    "a.tar": () => writeTar(members()),
    "a.tgz": () => gzipSync(writeTar(members())),
    "a.zip": () => writeZip(Object.entries(FILES).map(([name, content]) => ({ name, content }))),
    "gnu.tar": () => writeTar(members("gnu")),
    "pax.tar": () => writeTar(members("pax")),
    "without-end.tar": () => writeTar(members(), { hasEnd: false }),
  };
  for (const [name, write] of Object.entries(archives)) {
    test(name, async () => {
      const opened = await openMedia([put(makeFolder(), name, write())]);
      assert.equal(opened.library.size, 3);
      assert.deepEqual(await readAll(opened, wanted), expected);
    });
  }

  test("tar: names of 300 letters, prefixes, and no link, folder or device", async () => {
    const long = `2011/01/${"å".repeat(150)}.jpg`;
    const bytes = writeTar([
      { name: "2011/", type: "5" },
      { name: "2011/01/link.jpg", type: "2", linkTo: "/etc/passwd" },
      { name: "2011/01/hard.jpg", type: "1", linkTo: "/etc/passwd" },
      { name: "2011/01/device.jpg", type: "3" },
      { name: long, content: "long", longName: "pax" },
      { name: "2011/02/p.jpg", content: "prefixed", longName: "prefix" },
      { name: "../../2011/03/out.jpg", content: "outside" },
    ]);
    const opened = await openMedia([put(makeFolder(), "a.tar", bytes)]);
    assert.equal(opened.library.size, 3);
    // A name that leads out is text to compare with; nothing is ever written by it.
    const paths = [long.replaceAll("å", "%C3%A5"), "2011/02/p.jpg", "2011/03/out.jpg", "2011/01/link.jpg"];
    const read = { "../../2011/03/out.jpg": "outside", [long]: "long", "2011/02/p.jpg": "prefixed" };
    assert.deepEqual(await readAll(opened, paths), read);
  });

  test("Takeout's notes tell names that were cut, in folder, tar and zip alike", async () => {
    const name = "en-bild-med-ett-namn-som-ar-alldeles-for-langt-for-google.jpg";
    const cut = `Takeout/Blogger/Albums/B/${name.slice(0, 46)}.jpg`;
    const files = { [cut]: "image", [`${cut.slice(0, -4)}.jpg.json`]: JSON.stringify({ title: name }) };
    const folder = makeFolder();
    for (const [path, content] of Object.entries(files)) put(folder, `x/${path}`, content);
    const list = Object.entries(files).map(([path, content]) => ({ name: path, content }));
    for (const path of [
      join(folder, "x"),
      put(folder, "a.tar", writeTar(list)),
      put(folder, "a.zip", writeZip(list)),
    ]) {
      const opened = await openMedia([path]);
      assert.deepEqual(await readAll(opened, [name]), { [cut]: "image" });
    }
  });

  test("an archive that is cut off gives what came before, and says so", async () => {
    const bytes = writeTar(members());
    const opened = await openMedia([put(makeFolder(), "a.tar", bytes.subarray(0, 1024 + 512 + 100))]);
    assert.equal(opened.library.size, 1);
    assert.match(opened.problems.join(), /cut off; the 1 files/);
  });

  test("a zip's broken members do not keep the others away", async () => {
    const list = [
      { name: "2011/01/locked.jpg", content: "x", isEncrypted: true },
      { name: "2011/01/odd.jpg", content: "x", method: 99 },
      { name: "2011/01/bomb.jpg", content: Buffer.alloc(100), declaredSize: 4_000_000_000 },
      { name: "2011/01/long.jpg", content: "longer than said", declaredSize: 3 },
      { name: "2011/01/a.jpg", content: "fine" },
    ];
    const opened = await openMedia([put(makeFolder(), "a.zip", writeZip(list))]);
    assert.equal(opened.problems.length, 3);
    const read = await readAll(opened, ["2011/01/a.jpg", "2011/01/long.jpg"]);
    assert.equal(read["2011/01/a.jpg"], "fine");
    assert.match(read["2011/01/long.jpg"] ?? "", /^error: /);
  });

  test("what is none is refused", async () => {
    const folder = makeFolder();
    // 40 MB of nothing in 40 kB.
    const bomb = gzipSync(writeTar([{ name: "b.jpg", content: Buffer.alloc(40_000_000) }]));
    const noZip = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(50)]);
    const cases: readonly (readonly [string, RegExp])[] = [
      [join(folder, "missing"), /no such file or folder/],
      [put(folder, "empty.tar", ""), /neither a folder nor/],
      [put(folder, "photo.jpg", "no archive"), /neither a folder nor/],
      [put(folder, "text.gz", gzipSync("x".repeat(2000))), /cannot be read as a tar archive: it is none/],
      [put(folder, "broken.zip", noZip), /cannot be read as a zip/],
      [put(folder, "bomb.tgz", bomb), /unpacks to far more than its size/],
    ];
    for (const [path, message] of cases) {
      const isRefusal = (error: unknown): boolean => error instanceof InputError && message.test(error.message);
      await assert.rejects(openMedia([path]), isRefusal);
    }
  });
});

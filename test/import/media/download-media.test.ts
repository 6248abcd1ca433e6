// Files from the web: politely, resumably, only from the blog's own hosts, and nothing that only looks like a file.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { parseMediaRows } from "../../../scripts/archive/media-list.ts";
import type { MediaSettings } from "../../../scripts/import/media/media-settings.ts";
import { isPublicAddress } from "../../../scripts/import/media/public-address.ts";
import { makeFolder } from "../../support/scratch.ts";
import { readTree } from "../import-files.ts";
import { importMedia, makePhoto, SECRET, writeBlog } from "./media-blog.ts";
import { type Answer, type MediaServer, serveMedia } from "./media-server.ts";

interface Trial {
  readonly server: MediaServer;
  readonly content: string;
  readonly run: (media?: Partial<MediaSettings>) => ReturnType<typeof importMedia>;
  /** Returns state and note of each file, by its name. */
  readonly states: () => Readonly<Record<string, string>>;
  readonly held: () => readonly string[];
}

/** Imports a post that shows the images at the paths. */
async function trial(
  t: TestContext,
  answers: Readonly<Record<string, Answer | Buffer>>,
  images: readonly string[],
): Promise<Trial> {
  const server = await serveMedia(answers);
  t.after(server.close);
  const folder = makeFolder("download");
  const content = join(folder, "content");
  const host = `http://blog.example:${server.port}`;
  const html = images.map(
    (path) =>
      `<p><img src="${path.startsWith("/") ? host : ""}${path.replace("PORT", String(server.port))}" alt="x"></p>`,
  );
  const item = { id: 1, slug: "first", date: "2011-01-05 10:00:00", content: html.join("\n") };
  const file = writeBlog(folder, [item], host);
  return {
    server,
    content,
    run: (media = {}) => importMedia(file, content, { download: "missing", web: server.web, ...media }),
    states: () => {
      const [list = ""] = readdirSync(join(content, "sources")).filter((name) => name.endsWith(".media.csv"));
      const rows = parseMediaRows(readFileSync(join(content, "sources", list), "utf8"));
      return Object.fromEntries(
        rows.map(({ url, state, note }) => [url.slice(url.lastIndexOf("/") + 1), `${state} ${note}`.trim()]),
      );
    },
    held: () =>
      readdirSync(join(content, "posts/2011/first"))
        .filter((name) => name !== "index.md")
        .sort(),
  };
}

function redirect(location: string): Answer {
  return (response) => response.writeHead(302, { location }).end();
}

describe("download media", () => {
  test("the best version once, then nothing more is asked", async (t) => {
    const photo = await makePhoto(1);
    const { server, run, held, states, content } = await trial(
      t,
      { "/u/a.jpg": photo, "/u/b-300x200.jpg": await makePhoto(2) },
      ["/u/a-300x200.jpg", "/u/a-150x150.jpg", "/u/a.jpg?w=30", "/u/b-300x200.jpg", "/u/gone.jpg"],
    );
    const { ledger } = await run();
    assert.deepEqual(held(), ["a.jpg", "b.jpg"]);
    assert.deepEqual(ledger.media, {
      held: 2,
      missing: 1,
      reasons: { gone: 1 },
      hosts: { [`blog.example:${server.port}`]: 1 },
    });
    assert.equal(states()["gone.jpg"], "gone HTTP 404");
    assert.deepEqual([...server.asked].sort(), [
      "blog.example/u/a.jpg",
      "blog.example/u/b-300x200.jpg",
      "blog.example/u/b.jpg",
      "blog.example/u/gone.jpg",
    ]);
    for (const name of held()) assert.ok(!readFileSync(join(content, "posts/2011/first", name)).includes(SECRET));
    const before = readTree(content);
    const count = server.asked.length;
    await run();
    assert.equal(server.asked.length, count, "what is held or gone is not asked for again");
    assert.deepEqual(readTree(content), before);
    await run({ download: "retry" });
    assert.deepEqual(server.asked.slice(count), ["blog.example/u/gone.jpg"]);
    assert.deepEqual(readTree(content), before);
  });

  test("a busy or broken server is asked again; one that stays so is asked in another run", async (t) => {
    const [first, second, third] = await Promise.all([makePhoto(1), makePhoto(2), makePhoto(3)]);
    let begun = 0;
    const { server, run, states, held } = await trial(
      t,
      {
        "/500.jpg": (response, times) => (times === 0 ? response.writeHead(500).end() : response.end(first)),
        "/429.jpg": (response, times) => {
          if (times === 0) begun = Date.now();
          else assert.ok(Date.now() - begun >= 900, "Retry-After is obeyed");
          if (times === 0) response.writeHead(429, { "retry-after": "1" }).end();
          else response.end(second);
        },
        "/cut.jpg": (response, times) => {
          if (times > 0) return response.end(third);
          response.writeHead(200, { "content-length": String(third.length) });
          response.write(third.subarray(0, 50), () => response.destroy());
        },
        "/slow.jpg": () => {},
        "/down.jpg": (response) => response.writeHead(503).end(),
      },
      ["/500.jpg", "/429.jpg", "/cut.jpg", "/slow.jpg", "/down.jpg"],
    );
    await run();
    assert.deepEqual(held(), ["cut.jpg", "image-429.jpg", "image-500.jpg"]);
    const { "slow.jpg": slow, "down.jpg": down } = states();
    assert.equal(slow, "failed the server did not answer in time");
    assert.equal(down, "failed HTTP 503");
    const count = server.asked.length;
    await run();
    assert.deepEqual([...new Set(server.asked.slice(count))].sort(), [
      "blog.example/down.jpg",
      "blog.example/slow.jpg",
    ]);
  });

  test("what is no image, too large, or elsewhere is not held", async (t) => {
    const photo = await makePhoto(1);
    const page = Buffer.from("<!DOCTYPE html><title>Not here any more</title>");
    const { server, run, states, held, content } = await trial(
      t,
      {
        "/page.jpg": page,
        "/svg.jpg": Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        "/pdf.jpg": Buffer.from("%PDF-1.4"),
        "/huge.jpg": (response) => response.writeHead(200, { "content-length": "99999999" }).end(),
        "/endless.jpg": (response) => {
          const send = (): boolean => response.write(Buffer.alloc(50_000)) && send();
          response.on("drain", send);
          send();
        },
        "/forbidden.jpg": (response) => response.writeHead(403).end(),
        "/moved.jpg": redirect("/there.jpg"),
        "/there.jpg": photo,
        "/foreign.jpg": redirect("http://other.example/x.jpg"),
        "/local.jpg": redirect("http://127.0.0.2/x.jpg"),
        "/metadata.jpg": redirect("http://169.254.169.254/latest/"),
        "/inside.jpg": redirect("http://private.blog.example:22/x.jpg"),
        "/file.jpg": redirect("file:///etc/passwd"),
        "/loop.jpg": redirect("/loop.jpg"),
      },
      [
        ..."page svg pdf huge endless forbidden moved foreign local metadata inside file loop"
          .split(" ")
          .map((name) => `/${name}.jpg`),
        "http://other.example:PORT/theirs.jpg",
        "http://private.example:PORT/secret.jpg",
        "http://127.0.0.1:PORT/ip.jpg",
        "https://i0.wp.com/other.example/photon.jpg",
      ],
    );
    await run({ maxFileSize: 1_000_000 });
    const states1 = states();
    const expected: Readonly<Record<string, RegExp>> = {
      "page.jpg": /^wrong-content it is a web page$/,
      "svg.jpg": /^unsupported-kind /,
      "pdf.jpg": /^wrong-content it is no image but pdf$/,
      "huge.jpg": /^too-large 99999999 bytes$/,
      "endless.jpg": /^too-large more than 1000000 bytes$/,
      "forbidden.jpg": /^refused HTTP 403$/,
      "moved.jpg": /^held$/,
      "foreign.jpg": /^foreign-host redirects: other\.example is no host of this blog$/,
      "local.jpg": /^foreign-host redirects: 127\.0\.0\.2 is an address of a private network$/,
      "metadata.jpg": /^foreign-host redirects: 169\.254\.169\.254 is an address of a private network$/,
      "inside.jpg": /^foreign-host redirects: private\.blog\.example:22 is no host/,
      "file.jpg": /^foreign-host redirects: file: is not fetched$/,
      "loop.jpg": /^refused more than 5 redirects$/,
      "theirs.jpg": /^foreign-host$/,
      "secret.jpg": /^foreign-host$/,
      "ip.jpg": /^foreign-host$/,
      "photon.jpg": /^(foreign-host|not-held)$/,
    };
    for (const [name, state] of Object.entries(expected)) assert.match(states1[name] ?? "", state, name);
    assert.deepEqual(held(), ["moved.jpg"]);
    assert.ok(
      server.asked.every((place) => place.startsWith("blog.example/")),
      "no other host was asked",
    );
    const before = readTree(content);
    await run({ maxFileSize: 1_000_000 });
    assert.deepEqual(readTree(content), before);
  });

  test("a name that leads into a private network is not followed", async (t) => {
    const { server, run, states } = await trial(t, { "/a.jpg": redirect("http://x.private.example/") }, ["/a.jpg"]);
    const lookup = async (): Promise<readonly { address: string; family: number }[]> => [
      { address: "192.168.1.1", family: 4 },
    ];
    await run({ web: { ...server.web, lookup } });
    assert.equal(states()["a.jpg"], "foreign-host blog.example is a host of a private network");
    assert.deepEqual(server.asked, []);
  });

  test("two at a time from one host", async (t) => {
    const names = Array.from({ length: 12 }, (_, index) => `/p${index}.jpg`);
    const photos = await Promise.all(names.map((_name, index) => makePhoto(index)));
    const answers = Object.fromEntries(names.map((name, index) => [name, photos[index] ?? Buffer.alloc(0)]));
    const { server, run, held } = await trial(t, answers, names);
    await run();
    assert.equal(held().length, 12);
    assert.ok(server.mostAtOnce() <= 2);
  });

  for (const slow of ["x", "y"]) {
    test(`names, and what a limit leaves out, do not depend on which file comes first: ${slow} is slow`, async (t) => {
      const photos = { x: await makePhoto(1), y: await makePhoto(2) };
      const answer =
        (name: "x" | "y"): Answer =>
        (response) =>
          setTimeout(() => response.end(photos[name]), name === slow ? 120 : 1);
      const answers = { "/x/a.jpg": answer("x"), "/y/a.jpg": answer("y") };
      const both = await trial(t, answers, Object.keys(answers));
      await both.run();
      const kept = (content: string): readonly string[] =>
        readFileSync(join(content, "posts/2011/first/index.md"), "utf8").match(/\]\(\S+?\)/g) ?? [];
      assert.deepEqual(kept(both.content), ["](a.jpg)", "](a-2.jpg)"]);
      const one = await trial(t, answers, Object.keys(answers));
      await one.run({ maxTotalSize: Math.max(photos.x.length, photos.y.length) });
      assert.deepEqual(kept(one.content)[0], "](a.jpg)");
      assert.deepEqual(one.held(), ["a.jpg"]);
    });
  }

  test("a run that was stopped goes on where it was", async (t) => {
    const photos = { "/a.jpg": await makePhoto(1), "/b.jpg": await makePhoto(2), "/c.jpg": await makePhoto(3) };
    const whole = await trial(t, photos, Object.keys(photos));
    await whole.run();
    const { server, run, held, content } = await trial(t, photos, Object.keys(photos));
    // The process ends when two files are there: their texts, the list and the account are not written.
    let count = 0;
    const lookup: typeof server.web.lookup = async (host) => {
      count += 1;
      if (count > 2) throw new Error("stopped");
      return server.web.lookup(host);
    };
    const isAllowedIp = (ip: string): boolean => server.web.isAllowedIp(ip);
    await run({ web: { ...server.web, lookup, isAllowedIp } });
    assert.equal(held().length, 2);
    const [list = ""] = readdirSync(join(content, "sources")).filter((name) => name.endsWith(".media.csv"));
    const journal = readFileSync(join(content, "sources", list), "utf8")
      .split("\n")
      .slice(1)
      .join("\n");
    rmSync(join(content, "sources", list));
    // Its last line is torn.
    writeFileSync(
      join(content, "sources", `.${list.replace(/\.csv$/, "")}.ordskifte-tmp`),
      `${journal}posts/2011/first,held,c.j`,
    );
    const asked = server.asked.length;
    await run();
    assert.equal(server.asked.length, asked + 1);
    assert.deepEqual(held(), ["a.jpg", "b.jpg", "c.jpg"]);
    assert.ok(!existsSync(join(content, "sources", `.${list.replace(/\.csv$/, "")}.ordskifte-tmp`)));
  });
});

describe("public addresses", () => {
  const isPublic: Readonly<Record<string, boolean>> = {
    "192.0.78.24": true,
    "8.8.8.8": true,
    "2a00:1450::1": true,
    "127.0.0.1": false,
    "127.9.9.9": false,
    "10.0.0.1": false,
    "172.16.0.1": false,
    "192.168.0.1": false,
    "169.254.169.254": false,
    "100.64.0.1": false,
    "0.0.0.0": false,
    "224.0.0.1": false,
    "255.255.255.255": false,
    "::1": false,
    "::": false,
    "fe80::1": false,
    "fc00::1": false,
    "::ffff:127.0.0.1": false,
    "::ffff:8.8.8.8": false,
    "64:ff9b::7f00:1": false,
    "2002:7f00:1::": false,
    localhost: false,
  };
  for (const [address, answer] of Object.entries(isPublic)) {
    test(address, () => assert.equal(isPublicAddress(address), answer));
  }
});

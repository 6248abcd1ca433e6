// What is answered before files are sent: nothing that the server behind would throw at.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnswer, refuseOthers } from "../../../scripts/site/serving/answer.ts";
import { makeFolder } from "../../support/scratch.ts";

function ask(url: string): {
  readonly status: number | undefined;
  readonly isPassedOn: boolean;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const edits = { freshen: (path: string) => asked.push(path), isComplete: () => true };
  let status: number | undefined;
  let isPassedOn = false;
  const response = {
    writeHead: (code: number) => {
      status = code;
      return response;
    },
    end: () => {},
  };
  const request = { url, socket: { remoteAddress: "127.0.0.1" }, headers: { host: "localhost:8080" } };
  const answer = createAnswer(makeFolder(), edits);
  answer(request as never, response as never, () => {
    isPassedOn = true;
  });
  return { status, isPassedOn, asked };
}

for (const url of ["//", "/100%", "/..%2f..%2fx", "/en/..%5c..%5cx", "/%00", "/%c3%28"]) {
  test(`${url} is refused`, () => {
    assert.deepEqual(ask(url), { status: 400, isPassedOn: false, asked: [] });
  });
}

test("other addresses are passed on, once their post is fresh", () => {
  assert.deepEqual(ask("/sv/2011/%C3%A5ret..och/?q=1"), {
    status: undefined,
    isPassedOn: true,
    asked: ["/sv/2011/året..och/"],
  });
});

test("nobody but this machine gets in", () => {
  const isRefused = (remoteAddress: string | undefined): boolean => {
    let isDestroyed = false;
    const socket = { remoteAddress, destroy: () => (isDestroyed = true) };
    refuseOthers(socket as never);
    return isDestroyed;
  };
  assert.deepEqual(["127.0.0.1", "::1", "::ffff:127.0.0.1"].map(isRefused), [false, false, false]);
  assert.deepEqual(["192.168.1.7", "::ffff:10.0.0.2", undefined].map(isRefused), [true, true, true]);
});

// A server of files for tests that behaves as servers do on bad days.

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { MediaWeb } from "../../../scripts/import/media/media-settings.ts";
import { isPublicAddress } from "../../../scripts/import/media/public-address.ts";

/** What a path answers, given how often it was asked before. */
export type Answer = (response: ServerResponse, times: number) => void;

/** A running server. */
export interface MediaServer {
  readonly port: number;
  /** Paths in the order in which they were asked, with the host that was named. */
  readonly asked: string[];
  /** How many requests were open at once, at most. */
  readonly mostAtOnce: () => number;
  /** Leads every host name to this server, but for those below `private.example`. */
  readonly web: MediaWeb;
  readonly close: () => void;
}

/** Starts a server on a free port of this machine. */
export async function serveMedia(answers: Readonly<Record<string, Answer | Buffer>>): Promise<MediaServer> {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const times = asked.filter((before) => before.endsWith(path)).length;
    asked.push(`${(request.headers.host ?? "").split(":")[0]}${path}`);
    open += 1;
    most = Math.max(most, open);
    response.on("close", () => {
      open -= 1;
    });
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end("<h1>Not found</h1>");
    else if (Buffer.isBuffer(answer)) setTimeout(() => response.end(answer), 5);
    else answer(response, times);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    mostAtOnce: () => most,
    web: {
      lookup: async (host) => [{ address: host.endsWith("private.example") ? "10.1.2.3" : "127.0.0.1", family: 4 }],
      // The server's own address stands for the internet here; others are judged as ever, and 127.0.0.2 is private.
      isAllowedIp: (ip) => ip === "127.0.0.1" || isPublicAddress(ip),
      pause: 10,
      idleTimeout: 150,
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

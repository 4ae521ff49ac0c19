import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A website on this machine, whose pages the test writes. */
export async function openWebsite(pages: Record<string, Answer> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const answer = pages[request.url ?? ""] ?? website.status(404);
    answer(response, request);
  });
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pages,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const onThisMachine = (address: string) => address === "127.0.0.1";

const page =
  (type: string) =>
  (text: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(200, { "content-type": type, ...headers }).end(text);

export const website = {
  html: page("text/html; charset=utf-8"),
  markdown: page("text/markdown"),
  text: page("text/plain; charset=iso-8859-1"),
  typed: (type: string) => page(type)("x"),
  status:
    (status: number): Answer =>
    (response) =>
      void response.writeHead(status).end(),
  to:
    (location: string): Answer =>
    (response) =>
      void response.writeHead(302, { location }).end(),
  /** Says its headers, and then nothing. */
  hangs: (response: ServerResponse) =>
    void response.writeHead(200, { "content-type": "text/html" }).flushHeaders(),
};

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type SlackSimulator, type SlackSimulatorOptions, startSlackSimulator } from "./index.ts";

export interface SeveralWorkspaces {
  /** One API for all of them, as with Slack: the token says whose call it is. */
  apiUrl: string;
  workspaces: SlackSimulator[];
  /** Where signed requests of all of them go. */
  deliverTo(eventsUrl: string): void;
  stop(): Promise<void>;
}

/** Several workspaces and one app. In the browser, `in=T…` says which of them somebody installs the app in. */
export async function startSlackWorkspaces(options: SlackSimulatorOptions[]): Promise<SeveralWorkspaces> {
  const workspaces = await Promise.all(options.map((one) => startSlackSimulator(one)));
  const grants = new Map<string, SlackSimulator>();
  const server = createServer((request, response) => {
    void passOn(request, response).catch(() => response.socket?.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    apiUrl: `${url}/api/`,
    workspaces,
    deliverTo(eventsUrl) {
      for (const workspace of workspaces) workspace.deliverTo(eventsUrl);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(workspaces.map((workspace) => workspace.stop()));
    },
  };

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const workspace = whose(request, body);
    const answer = await fetch(new URL(request.url ?? "/", workspace.url), {
      method: request.method ?? "GET",
      headers: kept(request),
      redirect: "manual",
      ...(body.length > 0 ? { body } : {}),
    });
    const location = answer.headers.get("location");
    const code = location && new URL(location).searchParams.get("code");
    if (code) grants.set(code, workspace);

    const text = await answer.text();
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers)
      if (!["content-length", "transfer-encoding", "connection"].includes(name))
        response.setHeader(name, value);
    response.end(text);
  }

  function whose(request: IncomingMessage, body: string): SlackSimulator {
    const [first] = workspaces;
    if (!first) throw new Error("There is no workspace.");
    const { searchParams } = new URL(request.url ?? "/", url);
    const fields = new URLSearchParams(body);
    const token = request.headers.authorization?.replace(/^Bearer /i, "") ?? fields.get("token");
    const team = searchParams.get("in");
    return (
      workspaces.find(({ botToken, teamId }) => botToken === token || teamId === team) ??
      grants.get(fields.get("code") ?? "") ??
      first
    );
  }
}

const kept = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    ["authorization", "content-type"].flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

import { Agent, request } from "node:http";

export interface SignedRequest {
  body: string;
  headers: Record<string, string>;
}

/** Posts to /slack/events over connections that stay open, as Slack's do. */
export function createPoster(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    /** Resolves when the event was acknowledged. */
    post: ({ body, headers }: SignedRequest) =>
      new Promise<void>((resolve, reject) => {
        const posted = request(
          { host: "127.0.0.1", port, path: "/slack/events", method: "POST", agent, headers },
          (response) => {
            response.resume();
            if (response.statusCode === 200) resolve();
            else reject(new Error(`status ${response.statusCode}`));
          },
        );
        posted.on("error", reject);
        posted.end(body);
      }),
    end: () => agent.destroy(),
  };
}

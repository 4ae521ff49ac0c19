import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export const clientId = "1.2";
export const team = "T1";

/** What Slack says of Ana, unless a test has it say otherwise. */
const ana = {
  sub: "UANA",
  "https://slack.com/team_id": team,
  "https://slack.com/user_id": "UANA",
  email: "ana@example.com",
  email_verified: true,
  name: "Ana",
};

export type SigningSlack = Awaited<ReturnType<typeof openSigningSlack>>;

/** Slack's side of signing in, saying whatever a test wants it to say; each code is good for one use. */
export async function openSigningSlack() {
  const [right, wrong] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];
  const grants = new Map<string, { claims: JWTPayload; isForged: boolean }>();
  const app = express().use(express.urlencoded());
  app.get("/openid/connect/keys", async (_request, response) => {
    response.json({ keys: [{ ...(await exportJWK(right.publicKey)), alg: "RS256", kid: "k1" }] });
  });
  app.post("/api/openid.connect.token", async ({ body }, response) => {
    const grant = grants.get(body.code);
    grants.delete(body.code);
    if (!grant || body.client_id !== clientId || body.client_secret !== "secret")
      return void response.json({ ok: false, error: "invalid_code" });
    const id_token = await new SignJWT(grant.claims)
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .sign((grant.isForged ? wrong : right).privateKey);
    response.json({ ok: true, id_token });
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,

    /** A code for Ana; `said` takes the place of what is true of her. */
    grant(said: Record<string, unknown>, { isForged = false } = {}): string {
      const code = `code-${grants.size}-${Math.random()}`;
      const seconds = Math.floor(Date.now() / 1000);
      const now = { iss: "https://slack.com", aud: clientId, iat: seconds, exp: seconds + 300 };
      grants.set(code, { claims: { ...ana, ...now, ...said }, isForged });
      return code;
    },

    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

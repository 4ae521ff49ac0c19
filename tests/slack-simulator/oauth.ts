import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type { Slack } from "./slack.ts";

interface Grant {
  userId: string;
  redirectUri: string;
  nonce: string | undefined;
}

export type Oauth = ReturnType<typeof createOauth>;

/** Codes given out by the authorize pages, and the identity tokens signed for Sign in with Slack. */
export function createOauth() {
  const grants = new Map<string, Grant>();
  let keys: { privateKey: KeyObject; publicKey: KeyObject } | undefined;
  const keyPair = () => (keys ??= generateKeyPairSync("rsa", { modulusLength: 2048 }));
  return {
    grant(grant: Grant): string {
      const code = randomBytes(16).toString("hex");
      grants.set(code, grant);
      return code;
    },
    redeem(code: string): Grant | undefined {
      const grant = grants.get(code);
      grants.delete(code);
      return grant;
    },
    keySet: () => ({
      keys: [
        { ...keyPair().publicKey.export({ format: "jwk" }), alg: "RS256", use: "sig", kid: "simulator" },
      ],
    }),
    idToken(slack: Slack, userId: string, nonce?: string): string {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: "https://slack.com",
        aud: slack.settings.clientId,
        iat: now,
        exp: now + 300,
        nonce,
        ...personClaims(slack, userId),
      };
      const signed = [{ alg: "RS256", typ: "JWT", kid: "simulator" }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
        .join(".");
      return `${signed}.${createSign("RSA-SHA256").update(signed).sign(keyPair().privateKey, "base64url")}`;
    },
  };
}

/** What Slack tells of a person who signs in with it. */
export function personClaims({ url, workspace: { team, person } }: Slack, userId: string) {
  const known = person(userId);
  return {
    sub: userId,
    "https://slack.com/team_id": team.id,
    "https://slack.com/user_id": userId,
    "https://slack.com/team_name": team.name,
    email: known?.email,
    email_verified: Boolean(known?.email),
    name: known?.realName,
    picture: `${url}/avatars/${userId}.svg`,
  };
}

import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import { Name } from "../person.ts";
import { NotLetIn } from "./refusal.ts";

export interface SlackApp {
  clientId: string;
  clientSecret: string;
  /** A whole base URL; Slack's own when left out. */
  apiUrl?: string | undefined;
}

/** Who somebody is, as Slack has signed it. */
export interface SlackIdentity {
  team: string;
  user: string;
  /** As they call themselves in Slack. */
  name: string | undefined;
  email: string;
  picture: string | undefined;
}

interface Options extends SlackApp {
  redirectUri: string;
  /** Whether a workspace is one that the app works for. */
  isConnected: (teamId: string) => Promise<boolean>;
}

const issuer = "https://slack.com";
const patienceMs = 8_000;

/** Sign in with Slack, as https://docs.slack.dev/authentication/sign-in-with-slack has it. Throws `NotLetIn`. */
export function createSlackIdentity({ clientId, clientSecret, apiUrl, redirectUri, isConnected }: Options) {
  const api = new URL(apiUrl?.replace(/\/*$/, "/") ?? "https://slack.com/api/");
  const keys = createRemoteJWKSet(new URL("../openid/connect/keys", api), { timeoutDuration: patienceMs });

  return {
    /** Where Slack asks them. */
    askAt({ state, nonce }: { state: string; nonce: string }): string {
      const address = new URL("../openid/connect/authorize", api);
      address.search = new URLSearchParams({
        ...{ response_type: "code", scope: "openid email profile", client_id: clientId },
        ...{ state, nonce, redirect_uri: redirectUri },
      }).toString();
      return address.href;
    },

    /** By the code that Slack gave their browser, for the journey with this nonce. */
    async by(code: string, nonce: string): Promise<SlackIdentity> {
      const claims = await signed(await tokenFor(code));
      if (claims.nonce !== nonce) throw new NotLetIn("identity");
      if (!(await isConnected(claims["https://slack.com/team_id"]))) throw new NotLetIn("workspace");
      if (claims.email_verified !== true || !claims.email) throw new NotLetIn("unverified");
      return {
        team: claims["https://slack.com/team_id"],
        user: claims["https://slack.com/user_id"],
        name: claims.name,
        email: claims.email.toLowerCase(),
        picture: claims.picture,
      };
    },
  };

  async function tokenFor(code: string): Promise<string> {
    const body = new URLSearchParams({
      ...{ client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri },
      grant_type: "authorization_code",
    });
    const answer = await fetch(new URL("openid.connect.token", api), {
      ...{ method: "POST", body, signal: AbortSignal.timeout(patienceMs) },
    })
      .then((response) => response.json())
      .catch((cause: unknown) => {
        throw new NotLetIn("unreachable", { cause });
      });
    const { ok, id_token, error } = Answer.parse(answer);
    if (!ok || !id_token) throw new NotLetIn("code", { cause: error });
    return id_token;
  }

  async function signed(token: string): Promise<Claims> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer, audience: clientId, algorithms: ["RS256"], requiredClaims: ["exp"] },
      });
      return Claims.parse(payload);
    } catch (cause) {
      const isOutOfReach = !(cause instanceof errors.JOSEError || cause instanceof z.ZodError);
      throw new NotLetIn(isOutOfReach ? "unreachable" : "identity", { cause });
    }
  }
}

const Answer = z.object({ ok: z.boolean(), id_token: z.string().optional(), error: z.string().optional() });

const Claims = z.object({
  "https://slack.com/team_id": z.string().min(1),
  "https://slack.com/user_id": z.string().min(1),
  nonce: z.string().optional(),
  email: z.string().optional(),
  name: Name.optional().catch(undefined),
  email_verified: z.boolean().optional(),
  picture: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
});
type Claims = z.infer<typeof Claims>;

import express, { type Request, type RequestHandler, type Response } from "express";
import { clientAddress, networkOf } from "../../http/client-address.ts";
import type { Log } from "../../log.ts";
import { type Auth, addressHeader } from "../auth.ts";
import type { KnownDevices } from "../known-device.ts";
import { createLimit } from "../limit.ts";
import { headersOf } from "../sign-in-handler.ts";
import { createSlackIdentity, type SlackApp, type SlackIdentity } from "./identity.ts";
import { createJourneys, type Journey } from "./journey.ts";
import { NotLetIn } from "./refusal.ts";

export interface SlackSignIn extends SlackApp {
  /** Whether a workspace is one that the app works for. */
  isConnected: (teamId: string) => Promise<boolean>;
  /** Whether somebody comes into the team who is not in it. Rejects when that cannot be told now. */
  mayJoin?: (somebody: Pick<SlackIdentity, "team" | "user" | "email">) => Promise<boolean>;
  /** Somebody of the team came in: by this address, they are this user of Slack. */
  cameIn?: (somebody: Pick<SlackIdentity, "team" | "user" | "email">) => void;
}

interface Options {
  slack: SlackSignIn;
  auth: () => Promise<Auth>;
  publicUrl: string;
  secret: string;
  trustProxy: boolean;
  devices: KnownDevices;
  /** Makes somebody a member. */
  join: (somebody: Pick<SlackIdentity, "name" | "email">) => Promise<void>;
  /** A member may have got a picture, or shown that their address is theirs. */
  changed: () => void;
  log: Log;
}

/** Where Slack sends people back to. The manifest names it. */
const callback = "/api/auth/slack/callback";

/** `/api/auth/slack`: to Slack, and back into the inbox or to the sign-in page with the reason. */
export function createSlackHandler({
  slack,
  auth,
  publicUrl,
  trustProxy,
  log,
  ...options
}: Options): RequestHandler {
  const isSecure = publicUrl.startsWith("https:");
  const journeys = createJourneys({ secret: options.secret, isSecure });
  const identity = createSlackIdentity({ ...slack, redirectUri: publicUrl + callback });
  const answers = createLimit({ points: 30, duration: 60 });
  const router = express.Router();

  router.get("/slack", async ({ query }, response) => {
    const journey = journeys.begin(query.to);
    response.append("Set-Cookie", await journeys.cookieFor(journey));
    goTo(response, identity.askAt(journey));
  });

  router.get("/slack/callback", async (request, response) => {
    await answers.take(networkOf(clientAddress(request, trustProxy)));
    response.append("Set-Cookie", journeys.endCookie);
    const journey = await journeys.of(request.headers.cookie);
    try {
      goTo(response, await enter(request, response, journey));
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      log.warn("somebody was not let in from Slack", { why: error.why, cause: error.cause });
      goTo(response, `/inbox?slack=${error.why}`);
    }
  });
  return router;

  /** Returns the page they wanted. */
  async function enter(request: Request, response: Response, journey: Journey | undefined): Promise<string> {
    const { state, code, error } = request.query;
    if (!journey || state !== journey.state) throw new NotLetIn("not-begun");
    if (error === "access_denied") throw new NotLetIn("cancelled");
    if (typeof code !== "string" || error) throw new NotLetIn("code", { cause: error });

    const person = await identity.by(code, journey.nonce);
    for (const cookie of await sessionOf(person, request)) response.append("Set-Cookie", cookie);
    return journey.to;
  }

  async function sessionOf(
    { picture, name, ...somebody }: SlackIdentity,
    request: Request,
  ): Promise<string[]> {
    const { api, $context } = await auth();
    const { internalAdapter } = await $context;
    const find = () => internalAdapter.findUserByEmail(somebody.email);
    const found = (await find()) ?? ((await joins({ ...somebody, name })) ? await find() : null);
    if (!found) throw new NotLetIn("nobody");
    const { id, image, emailVerified } = found.user;
    const isNew = picture !== undefined && picture !== image;
    if (isNew || !emailVerified) {
      await internalAdapter.updateUser(id, { emailVerified: true, ...(isNew ? { image: picture } : {}) });
      options.changed();
    }
    slack.cameIn?.(somebody);
    const headers = headersOf(request);
    headers.set(addressHeader, clientAddress(request, trustProxy));
    const session = await api.signInAs({ body: { userId: id }, headers, asResponse: true });
    return [...session.headers.getSetCookie(), options.devices.cookieFor(somebody.email)];
  }

  async function joins({ name, ...somebody }: Omit<SlackIdentity, "picture">): Promise<boolean> {
    const may = await slack.mayJoin?.(somebody).catch((cause: unknown) => {
      throw new NotLetIn("unreachable", { cause });
    });
    if (may) await options.join({ name, email: somebody.email });
    return may ?? false;
  }
}

const goTo = (response: Response, address: string) =>
  response.set("Cache-Control", "no-store").set("Referrer-Policy", "no-referrer").redirect(303, address);

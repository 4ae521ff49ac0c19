import { randomUUID } from "node:crypto";

export interface PersonSettings {
  name: string;
  realName: string;
  email?: string;
  admin?: boolean;
  guest?: boolean;
  /** Name of another company: this person takes part through Slack Connect. */
  externalTeam?: string;
}

export interface SlackSimulatorOptions {
  /** Default 0: any free port of 127.0.0.1. */
  port?: number;
  /** Where signed events, commands and interactivity go; `deliverTo` sets it later. */
  eventsUrl?: string;
  /** Tell workspaces apart where several simulators run. */
  team?: { id?: string; name?: string };
  botToken?: string;
  signingSecret?: string;
  appToken?: string;
  clientId?: string;
  clientSecret?: string;
  /** Granted bot scopes. Without it every call is allowed, except posting where the bot is not a member (chat:write.public). */
  scopes?: string[];
  channels?: string[];
  /** Channels the bot is a member of from the start; default all. */
  botIn?: string[];
  people?: PersonSettings[];
  /** Enforce about one chat.postMessage per second per channel; default true. */
  paced?: boolean;
  /** Posts a quiet channel accepts at once before pacing begins; default 1. */
  burst?: number;
  /** How much faster than real time limits are counted and waits are over; default 1. */
  speed?: number;
  /** Also enforce the per-minute tiers of every method; default false. */
  tiered?: boolean;
  /** Treat the app as commercially distributed outside the Marketplace: one history or replies call a minute, 15 messages each. */
  restrictedHistory?: boolean;
  /** Waits before each redelivery of an unacknowledged event; Slack's are 100 ms, 1 min, 5 min. */
  retryDelaysMs?: number[];
  /** How long the app may take to acknowledge; Slack's 3,000. */
  ackTimeoutMs?: number;
  /** Shortcuts of the app's manifest, for the page's message menu. */
  shortcuts?: { name: string; callbackId: string }[];
  /** Slash commands of the app's manifest; default /handoff. */
  commands?: string[];
}

export type Settings = ReturnType<typeof settingsFrom>;

export function settingsFrom(options: SlackSimulatorOptions) {
  const channels = options.channels ?? ["support"];
  return {
    port: options.port ?? 0,
    eventsUrl: options.eventsUrl,
    team: options.team ?? {},
    botToken: options.botToken ?? "xoxb-simulator",
    signingSecret: options.signingSecret ?? "simulator-signing-secret",
    appToken: options.appToken ?? "xapp-simulator",
    clientId: options.clientId ?? "simulator-client-id",
    clientSecret: options.clientSecret ?? "simulator-client-secret",
    verificationToken: randomUUID().replaceAll("-", "").slice(0, 24),
    scopes: options.scopes,
    channels,
    botIn: options.botIn ?? channels,
    people: options.people ?? defaultPeople,
    paced: options.paced ?? true,
    burst: options.burst ?? 1,
    speed: options.speed ?? 1,
    tiered: options.tiered ?? false,
    restrictedHistory: options.restrictedHistory ?? false,
    retryDelaysMs: options.retryDelaysMs ?? [100, 60_000, 300_000],
    ackTimeoutMs: options.ackTimeoutMs ?? 3_000,
    commands: options.commands ?? ["/handoff"],
    shortcuts: options.shortcuts ?? [],
  };
}

const defaultPeople: PersonSettings[] = [
  { name: "ana", realName: "Ana", email: "ana@example.com", admin: true },
  { name: "ben", realName: "Ben", email: "ben@example.com" },
  { name: "chris", realName: "Chris", email: "chris@example.com" },
];

import { createClock, createIds } from "./identifiers.ts";
import type { SlackFile, SlackMessage } from "./message.ts";
import type { PersonSettings, Settings } from "./settings.ts";

export interface Channel {
  id: string;
  name: string;
  isIm: boolean;
  /** The person at the other end of a direct message with the bot. */
  imWith?: string;
  isArchived: boolean;
  members: Set<string>;
  messages: SlackMessage[];
}

export interface Person extends PersonSettings {
  id: string;
  teamId: string;
  presence: "active" | "away";
}

export interface StoredFile {
  file: SlackFile;
  content: Buffer;
  /** False until files.completeUploadExternal shares it. */
  complete: boolean;
}

export type Workspace = ReturnType<typeof createWorkspace>;

/** What Slack remembers: people, channels, messages and files of one workspace. */
export function createWorkspace(settings: Settings) {
  const id = createIds();
  const clock = createClock();
  const team = {
    id: settings.team.id ?? id("T"),
    name: settings.team.name ?? "Live Handoff",
    domain: "live-handoff",
  };
  const bot = { userId: id("U"), botId: id("B"), appId: id("A"), name: "handoff", realName: "Handoff" };
  const people: Person[] = settings.people.map((person) => ({
    ...person,
    id: id("U"),
    teamId: person.externalTeam ? id("T") : team.id,
    presence: "active",
  }));
  const channels: Channel[] = settings.channels.map((name) => ({
    id: id("C"),
    name,
    isIm: false,
    isArchived: false,
    members: new Set([
      ...people.map((person) => person.id),
      ...(settings.botIn.includes(name) ? [bot.userId] : []),
    ]),
    messages: [],
  }));
  const usergroups = [
    { id: id("S"), handle: "support-team", name: "Support team", users: people.map((person) => person.id) },
  ];

  return {
    team,
    bot,
    people,
    channels,
    usergroups,
    customEmoji: { handoff: "https://emoji.example.com/handoff.png" } as Record<string, string>,
    files: new Map<string, StoredFile>(),
    ephemerals: [] as { to: string; channel: string; message: SlackMessage }[],
    id,
    nextTs: clock.nextTs,
    channel(idOrName: string): Channel | undefined {
      const name = idOrName.replace(/^#/, "");
      return channels.find((channel) => channel.id === idOrName || (!channel.isIm && channel.name === name));
    },
    person: (idOrName: string) =>
      people.find((person) => person.id === idOrName || person.name === idOrName.replace(/^@/, "")),
    message: (channel: Channel, ts: string) => channel.messages.find((message) => message.ts === ts),
    directMessage(userId: string): Channel {
      const known = channels.find((channel) => channel.imWith === userId);
      if (known) return known;
      const opened: Channel = {
        id: id("D"),
        name: "",
        isIm: true,
        imWith: userId,
        isArchived: false,
        members: new Set([userId, bot.userId]),
        messages: [],
      };
      channels.push(opened);
      return opened;
    },
  };
}

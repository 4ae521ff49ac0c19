import type { IncomingMessage } from "node:http";
import type { Router } from "express";
import type { Directory } from "../../conversation/directory.ts";
import type { HeldReplies } from "../../conversation/held-replies.ts";
import type { Identities } from "../../conversation/identities.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Installations } from "../../conversation/installations.ts";
import type { Listener } from "../../conversation/listener.ts";
import type { Presences } from "../../conversation/presence.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { TranslationDesk } from "../../conversation/switch-translation.ts";
import type { Copies, Threads } from "../../conversation/threads.ts";
import type { Traces } from "../../conversation/traces.ts";
import type { Proposals } from "../../knowledge/proposals.ts";
import type { Log } from "../../log.ts";
import type { Mailer } from "../../mail/mail.ts";
import type { Remover } from "../../privacy/erasing/remover.ts";
import type { Callable } from "../../settings/callable.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Sites } from "../../settings/sites.ts";
import type { SeesTeam } from "../../settings/team-presence.ts";
import type { AdminTools } from "./admin/ports.ts";
import type { SlackDoctor } from "./doctor/index.ts";
import type { WorkspaceList } from "./install/workspace-list.ts";
import type { LessonPosts } from "./lessons/lesson-posts.ts";
import type { FileSource } from "./posts/file-posts.ts";
import type { FileShelf } from "./replies/incoming-files.ts";
import type { SlackFiles } from "./replies/slack-files.ts";
import type { SlackHealth } from "./workspace/health.ts";

export interface SlackConfig {
  /** Of a workspace that needs no installing. */
  botToken?: string | undefined;
  signingSecret?: string | undefined;
  /** Socket Mode instead of signed requests. */
  appToken?: string | undefined;
  /** By id or #name. */
  channel?: string | undefined;
  /** With which further workspaces install the app. */
  oauth?: { clientId: string; clientSecret: string } | undefined;
  apiUrl?: string | undefined;
}

export interface SlackOptions {
  config: SlackConfig;
  conversations: Conversations;
  threads: Threads;
  store: ConversationStore;
  copies: Copies;
  heldReplies: HeldReplies;
  traces: Traces;
  presences: Presences;
  installations: Installations;
  /** Who of Slack's people are members of the team; nobody when left out. */
  identities?: Identities | undefined;
  directory: Directory;
  settings: SettingsDesk;
  sites: Sites;
  newId: () => string;
  /** Where people switch it on and off; without it nobody is offered any. */
  translation?: TranslationDesk | undefined;
  /** What people may decide that the assistant learns; without it nothing is asked. */
  lessons?: Pick<Proposals, "find" | "approve" | "reject"> | undefined;
  /** Sends transcripts; without one, whoever wants to is told what to set. */
  mailer?: Mailer | undefined;
  publicUrl: string;
  /** Of the app: what is stored of other workspaces is sealed with it. */
  secret: string;
  /** Whether somebody signed in as an admin of ours sent a request: a workspace they install is approved at once. */
  isAdmin?: ((request: IncomingMessage) => Promise<boolean>) | undefined;
  log: Log;
  now: () => number;
  /** What admins can have looked at and tried from Slack. */
  tools: AdminTools;
  fetch?: typeof fetch | undefined;
  /** Between two posts to a channel; Slack allows about one a second. */
  postIntervalMs?: number | undefined;
  /** How often it is looked whether settings, sites or workspaces have changed. */
  roundsEveryMs?: number | undefined;
  /** Where files are kept; without it agents' stay in Slack and others' in the inbox, and the agents are told. */
  files?: (FileShelf & FileSource) | undefined;
  /** An agent's reply that has not arrived after this long is marked as waiting; 20 seconds when left out. */
  waitingAfterMs?: number | undefined;
  /** Between looks for what was missed in open threads, and between two reads of one look. */
  catchUp?: { everyMs: number; betweenMs: number } | undefined;
  /** Slack takes our posts again, after it did not. */
  recovered?: () => void;
}

export interface Slack {
  listener: Listener;
  /** What comes to /slack/*; mount it before any body parser. None in Socket Mode where nothing can be installed. */
  router: Router | undefined;
  /** The workspaces that installed the app. */
  workspaces: WorkspaceList;
  /** Whether the app works for a workspace, by its id. */
  isConnected(team: string): Promise<boolean>;
  /** Whether somebody of a workspace is of the company, neither guest nor bot. Rejects where Slack does not say. */
  isColleague(team: string, user: string): Promise<boolean>;
  /** Brings the bytes of a file that an agent shared. */
  fetchFile: SlackFiles["fetch"];
  /** Whom a step of the no-answer ladder can call, by name. */
  callable(): Promise<Callable[]>;
  /** Somebody says that it works now: looks at every channel that was closed. */
  lookAgain(): Promise<void>;
  /** Shows what could be learned in the thread it was learned in. */
  lessons: LessonPosts;
  /** Resolves after the first try to connect; goes on trying in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): SlackHealth;
  /** Whether somebody is active in the channels that conversations go to; asks Slack, for seconds. */
  seesTeam: SeesTeam;
  /** Removes what stands here of conversations that were erased. */
  remover: Remover;
  /** What can be looked at to see whether Slack works, and the thread of a test handoff. */
  doctor: Pick<SlackDoctor, "looks" | "testThread">;
  /** Where a conversation's thread opens; undefined while it has none, or Slack does not tell. */
  linkTo(conversationId: string): Promise<string | undefined>;
  /** The team changed: some of its members may be in Slack. */
  teamChanged(): void;
  /** Slack has signed that this address is that of one of its users. */
  signedIn(somebody: { team: string; user: string; email: string }): Promise<void>;
  /** A visitor came, went, or went on to another page: their conversation's card shows it. */
  present(conversationId: string): void;
}

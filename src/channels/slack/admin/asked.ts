import type { Workspace } from "../workspace/workspace.ts";

/** A `/handoff` command, as its subcommand sees it. */
export interface Asked {
  userId: string;
  /** The name of who asks, for the change log. */
  by: string;
  /** What stands behind the subcommand's name. */
  args: string;
  workspace: Workspace;
  /** Answers once more when slow work is done; Slack waits for the first answer only 3 seconds. */
  later(work: () => Promise<string>): void;
}

export interface Subcommand {
  /** `away [until]`. Its first word is its name. */
  usage: string;
  /** One line for the help. */
  about: string;
  /** Everybody may ask; otherwise only those who may change settings. */
  isForAll?: true;
  /** Mrkdwn that only the person who asked reads. */
  answer(asked: Asked): Promise<string>;
}

/** What was typed cannot be done; `message` is mrkdwn and says what to type instead. */
export class Misunderstood extends Error {
  override readonly name = "Misunderstood";
}

import type { AppConnection } from "./app-connection.ts";
import type { CallLog } from "./call-log.ts";
import type { Events } from "./events.ts";
import type { Limits } from "./limits.ts";
import type { Oauth } from "./oauth.ts";
import type { ResponseUrls } from "./response-urls.ts";
import type { Settings } from "./settings.ts";
import type { SocketMode } from "./socket-mode.ts";
import type { Triggers } from "./triggers.ts";
import type { Troubles } from "./trouble.ts";
import type { Views } from "./views.ts";
import type { Workspace } from "./workspace.ts";

/** The parts of the simulated Slack, for the code that acts on several of them. */
export interface Slack {
  url: string;
  settings: Settings;
  workspace: Workspace;
  app: AppConnection;
  socketMode: SocketMode;
  events: Events;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  views: Views;
  limits: Limits;
  oauth: Oauth;
  troubles: Troubles;
  calls: CallLog;
  /** Tells open pages that something they show may have moved. */
  changed(): void;
  /** Called by `changed`; returns how to stop being called. */
  onChange(listener: () => void): () => void;
}

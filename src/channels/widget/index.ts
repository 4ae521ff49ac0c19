import type { Router } from "express";
import type { Conversations } from "../../conversation/index.ts";
import type { ConversationStore } from "../../conversation/ports.ts";
import type { SocketEndpoint } from "../../http/upgrade.ts";
import type { Live } from "../../live.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Sites } from "../../settings/sites.ts";
import { createLimits, defaultLimits, type WidgetLimits } from "./limits.ts";
import { widgetRouter } from "./router.ts";
import { widgetSockets } from "./sockets.ts";
import { createVisitorTokens } from "./visitor-token.ts";

export interface WidgetOptions {
  conversations: Conversations;
  store: ConversationStore;
  settings: SettingsDesk;
  sites: Sites;
  live: Live;
  log: Log;
  newId: () => string;
  /** Signs visitor tokens. */
  secret: string;
  publicUrl: string;
  trustProxy: boolean;
  /** Where the built `widget.js` lies. */
  scriptFolder: string;
  /** Whether a model answers visitors. */
  answers: boolean;
  limits?: Partial<WidgetLimits> | undefined;
}

export interface Widget {
  /** `/widget.js` and `/widget/site`. */
  router: Router;
  /** `/widget/socket`. */
  sockets: SocketEndpoint;
}

export function createWidget(options: WidgetOptions): Widget {
  const limits = { ...defaultLimits, ...options.limits };
  return {
    router: widgetRouter(options),
    sockets: widgetSockets({
      ...options,
      limits: createLimits(limits),
      socketsPerAddress: limits.socketsPerAddress,
      tokens: createVisitorTokens(options.secret),
    }),
  };
}

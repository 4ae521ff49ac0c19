import type { Router } from "express";
import type { Conversation } from "../../conversation/conversation.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Presences } from "../../conversation/presence.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Traces } from "../../conversation/traces.ts";
import type { Files } from "../../files/index.ts";
import type { SocketEndpoint } from "../../http/upgrade.ts";
import type { Live } from "../../live.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Sites } from "../../settings/sites.ts";
import { createContinueTokens } from "./continue-token.ts";
import { createLimits, defaultLimits, type WidgetLimits } from "./limits.ts";
import { createPresence } from "./presence.ts";
import { createRecognition } from "./recognition.ts";
import { widgetRouter } from "./router.ts";
import { createShownFiles } from "./shown-files.ts";
import { smsConsent } from "./sms-consent.ts";
import { widgetSockets } from "./sockets.ts";
import { createVisitorTokens } from "./visitor-token.ts";
import type { WhyNot } from "./where-to-answer.ts";

export interface WidgetOptions {
  conversations: Conversations;
  store: ConversationStore;
  presences: Presences;
  traces: Traces;
  files: Files;
  settings: SettingsDesk;
  sites: Sites;
  live: Live;
  log: Log;
  newId: () => string;
  now: () => number;
  /** Signs visitor tokens. */
  secret: string;
  publicUrl: string;
  trustProxy: boolean;
  /** Where the built `widget.js` lies. */
  scriptFolder: string;
  /** Whether a model answers visitors. */
  answers: boolean;
  /** Whether visitors who have left are answered by SMS. */
  texts: boolean;
  whyNot: WhyNot;
  limits?: Partial<WidgetLimits> | undefined;
  /** Told whenever a visitor whom people talk to came, went, or went on to another page. */
  present?: ((conversationId: string) => void) | undefined;
}

export interface Widget {
  /** `/widget.js`, `/widget/site` and `/widget/files`, in and out. */
  router: Router;
  /** `/widget/socket`. */
  sockets: SocketEndpoint;
  /** A link that opens a visitor's conversation on any device, for a few days. */
  continueUrl(conversation: Pick<Conversation, "siteKey" | "visitor">): string;
}

export function createWidget(options: WidgetOptions): Widget {
  const { socketsPerAddress, ...limits } = { ...defaultLimits, ...options.limits };
  const tokens = createVisitorTokens(options.secret);
  const shared = {
    ...options,
    smsConsent: options.texts ? smsConsent : undefined,
    limits: createLimits(limits),
    tokens,
    recognise: createRecognition({ ...options, tokens }),
    continueTokens: createContinueTokens(options.secret, options.now),
    shown: createShownFiles(options),
  };
  return {
    router: widgetRouter(shared),
    sockets: widgetSockets({ ...shared, socketsPerAddress, presence: createPresence(options) }),
    continueUrl({ siteKey, visitor }) {
      const token = shared.continueTokens.issue({ siteKey, visitorId: visitor.id });
      return `${options.publicUrl}/widget/continue?token=${encodeURIComponent(token)}`;
    },
  };
}

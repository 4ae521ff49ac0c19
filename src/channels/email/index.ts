import type { Router } from "express";
import type { Mailer } from "../../mail/mail.ts";
import type { Carrier } from "../../notifications/carrier.ts";
import type { Notices } from "../../notifications/notice.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { createInbound } from "./inbound.ts";
import { createCarrier } from "./outbound.ts";

export interface EmailOptions {
  mailer: Mailer;
  /** None: Postmark cannot tell us what became of a mail. */
  webhookPassword: string | undefined;
  notices: Notices;
  settings: Pick<SettingsDesk, "current">;
  publicUrl: string;
  refused: () => void;
}

export interface EmailChannel {
  carrier: Carrier;
  router: Router | undefined;
}

/** Mail through Postmark: tells the team that somebody waits. */
export function createEmail({
  mailer,
  webhookPassword,
  notices,
  settings,
  publicUrl,
  refused,
}: EmailOptions): EmailChannel {
  return {
    carrier: createCarrier({ mailer, settings, publicUrl }),
    router: webhookPassword ? createInbound({ password: webhookPassword, notices, refused }) : undefined,
  };
}

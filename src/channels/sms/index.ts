import type { Router } from "express";
import type { Carrier } from "../../notifications/carrier.ts";
import type { Notices } from "../../notifications/notice.ts";
import { createInbound } from "./inbound.ts";
import { createCarrier } from "./outbound.ts";
import { createTwilio, type TwilioOptions } from "./twilio.ts";

export interface SmsOptions {
  config: TwilioOptions;
  notices: Notices;
  publicUrl: string;
  refused: () => void;
}

export interface SmsChannel {
  carrier: Carrier;
  router: Router;
}

/** SMS through Twilio: tells the team that somebody waits. */
export function createSms({ config, notices, publicUrl, refused }: SmsOptions): SmsChannel {
  return {
    carrier: createCarrier(createTwilio(config), publicUrl),
    router: createInbound({ authToken: config.authToken, publicUrl, notices, refused }),
  };
}

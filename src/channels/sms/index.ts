import type { Router } from "express";
import type { Carrier } from "../../notifications/carrier.ts";
import type { Notices } from "../../notifications/notice.ts";
import type { AnswersOptions } from "./answers.ts";
import { createInbound } from "./inbound.ts";
import { createCarrier } from "./outbound.ts";
import { createTwilio, type TwilioOptions } from "./twilio.ts";

export interface SmsOptions extends AnswersOptions {
  config: TwilioOptions;
  notices: Notices;
  refused: () => void;
}

export interface SmsChannel {
  carrier: Carrier;
  router: Router;
}

/** SMS through Twilio: tells the team that somebody waits, and takes their answers. */
export function createSms({ config, ...options }: SmsOptions): SmsChannel {
  return {
    carrier: createCarrier(createTwilio(config), options.publicUrl),
    router: createInbound({ ...options, authToken: config.authToken }),
  };
}

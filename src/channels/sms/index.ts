import type { Router } from "express";
import type { Listener } from "../../conversation/listener.ts";
import type { Carrier } from "../../notifications/carrier.ts";
import type { Notices } from "../../notifications/notice.ts";
import { type ContinuingOptions, createContinuing } from "./continuing.ts";
import { createInbound, type InboundOptions } from "./inbound.ts";
import { createMedia, type MediaOptions } from "./media.ts";
import { createCarrier } from "./outbound.ts";
import { createTwilio, type TwilioOptions } from "./twilio.ts";

export interface SmsOptions
  extends Omit<ContinuingOptions, "twilio">,
    Omit<InboundOptions, "authToken" | "media">,
    Pick<MediaOptions, "files" | "log"> {
  conversations: ContinuingOptions["conversations"] & InboundOptions["conversations"];
  store: ContinuingOptions["store"] & InboundOptions["store"];
  config: TwilioOptions;
  notices: Notices;
}

export interface SmsChannel {
  listener: Listener;
  carrier: Carrier;
  router: Router;
}

/** SMS through Twilio: tells the team that somebody waits, follows visitors who have left, and takes everybody's answers. */
export function createSms({ config, ...options }: SmsOptions): SmsChannel {
  const twilio = createTwilio(config);
  const media = createMedia({ ...config, files: options.files, log: options.log });
  return {
    listener: createContinuing({ ...options, twilio }),
    carrier: createCarrier(twilio, options.publicUrl),
    router: createInbound({ ...options, media, authToken: config.authToken }),
  };
}

import type { Carrier } from "../../notifications/carrier.ts";
import type { Twilio } from "./twilio.ts";
import { testText, waitingText } from "./words.ts";

/** Tells the team by SMS: fixed words and a link. */
export function createCarrier(twilio: Twilio, publicUrl: string): Carrier {
  const statusUrl = `${publicUrl}/webhooks/twilio/status`;
  return {
    way: "sms",
    tell(to, waiting) {
      const [only] = waiting;
      const path = waiting.length === 1 && only ? `/inbox/c/${only.conversation.id}` : "/inbox";
      return twilio.send({ to, text: waitingText(waiting.length, `${publicUrl}${path}`), statusUrl });
    },
    async test(to) {
      const sid = await twilio.send({ to, text: testText(`${publicUrl}/inbox`), statusUrl });
      return `Twilio took the SMS to ${to} (${sid}).`;
    },
  };
}

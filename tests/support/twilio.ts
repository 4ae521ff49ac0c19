import { createEmulator, type Emulator } from "emulate";
import twilio from "twilio";

export const accountSid = `AC${"1".repeat(32)}`;
const authToken = "secret";

/** Our number. */
export const ours = "+14155550100";

export const twilioEnvironment = (port: number): Record<string, string> => ({
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_FROM: ours,
  TWILIO_API_URL: `http://127.0.0.1:${port}/`,
});

export type FakeTwilio = Awaited<ReturnType<typeof startTwilio>>;

/** Twilio on this machine, which brings what is texted to our number to the app at `appUrl`, signed. */
export async function startTwilio(port: number, appUrl: string) {
  const webhook = `${appUrl}/webhooks/twilio/sms`;
  const emulator: Emulator = await createEmulator({
    service: "twilio",
    port,
    seed: {
      twilio: {
        account: { sid: accountSid, auth_token: authToken },
        phone_numbers: [{ phone_number: ours, sms_url: webhook }],
      },
    },
  });
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;

  return {
    /** What was sent to a number, the newest last. */
    async sentTo(number: string): Promise<string[]> {
      const url = `${emulator.url}/2010-04-01/Accounts/${accountSid}/Messages.json?To=${encodeURIComponent(number)}`;
      const { messages } = await fetch(url, { headers: { authorization } }).then((answer) => answer.json());
      return (messages as { to: string; body: string }[])
        .filter(({ to }) => to === number)
        .map(({ body }) => body)
        .reverse();
    },

    /** Somebody texts our number. */
    async texts(from: string, text: string): Promise<void> {
      await fetch(`${emulator.url}/_twilio/simulate/inbound-message`, {
        method: "POST",
        headers: { authorization },
        body: new URLSearchParams({ To: ours, From: from, Body: text }),
      });
    },

    /** As `texts`, straight from Twilio to the app: resolves with what they are texted back. */
    async answerTo(from: string, text: string, id: string): Promise<string> {
      const form = { MessageSid: id, To: ours, From: from, Body: text };
      const signature = twilio.getExpectedTwilioSignature(authToken, webhook, form);
      const response = await fetch(webhook, {
        method: "POST",
        headers: { "x-twilio-signature": signature },
        body: new URLSearchParams(form),
      });
      return (await response.text()).replace(/<[^>]*>/g, "");
    },

    stop: () => emulator.close(),
  };
}

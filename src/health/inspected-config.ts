/** As much of the configuration as is looked at. */
export interface InspectedConfig {
  databaseUrl: string;
  dataDir: string;
  publicUrl: string;
  redisUrl: string | undefined;
  secret: string;
  slack:
    | {
        botToken?: string | undefined;
        signingSecret?: string | undefined;
        appToken?: string | undefined;
        oauth?: { clientSecret: string } | undefined;
        apiUrl?: string | undefined;
      }
    | undefined;
  gemini: { apiKey: string } | undefined;
  postmark: { token: string; from: string; apiUrl?: string | undefined } | undefined;
  twilio?: { accountSid: string; authToken: string; from: string; apiUrl?: string | undefined } | undefined;
}

/** What no check may say aloud, whatever an error holds. */
export const secretsIn = ({ secret, slack, gemini, postmark, twilio }: InspectedConfig) => [
  secret,
  slack?.botToken,
  slack?.signingSecret,
  slack?.appToken,
  slack?.oauth?.clientSecret,
  gemini?.apiKey,
  postmark?.token,
  twilio?.authToken,
];

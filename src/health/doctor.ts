import type { Lanes } from "../conversation/lanes.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Sites } from "../settings/sites.ts";
import type { Check, Look } from "./check.ts";
import { type AskedModel, lookAtAssistant } from "./checks/assistant.ts";
import { lookAtDataFolder } from "./checks/data-folder.ts";
import { type DatabaseOptions, lookAtDatabase } from "./checks/database.ts";
import { lookAtDeliveries } from "./checks/deliveries.ts";
import { lookAtEmail } from "./checks/email.ts";
import { lookAtPeople } from "./checks/people.ts";
import { lookAtPublicUrl } from "./checks/public-url.ts";
import { lookAtRedis } from "./checks/redis.ts";
import { lookAtSites } from "./checks/sites.ts";
import { lookAtSms } from "./checks/sms.ts";
import { createDiscreet } from "./discreet.ts";
import { examine } from "./examine.ts";
import { type InspectedConfig, secretsIn } from "./inspected-config.ts";

export interface DoctorOptions {
  config: InspectedConfig;
  database: DatabaseOptions;
  lanes: Pick<Lanes, "depth" | "troubles">;
  settings: Pick<SettingsDesk, "current" | "availability">;
  sites: Pick<Sites, "list">;
  model: AskedModel | undefined;
  /** What can be looked at in Slack, or one look that says it is off. */
  slack: () => Promise<Look[]>;
  /** Whoever looks is not the server itself. */
  isOutside?: boolean | undefined;
  newId: () => string;
  now: () => number;
  /** For one look; 5 seconds when left out. */
  timeoutMs?: number | undefined;
}

export type Doctor = () => Promise<Check[]>;

/** Looks at every part, side by side. The list is the same in Slack, in the inbox and on the command line. */
export function createDoctor({
  config,
  timeoutMs = 5_000,
  isOutside = false,
  ...options
}: DoctorOptions): Doctor {
  const { dataDir, publicUrl, postmark, redisUrl, twilio } = config;
  const { lanes, settings, sites, newId } = options;
  const discreet = createDiscreet(secretsIn(config));

  return async () => {
    const slack = await options
      .slack()
      .catch((error: unknown): Look[] => [{ name: "Slack", look: () => Promise.reject(error) }]);
    const looks = [
      lookAtDatabase(options.database),
      lookAtDataFolder({ folder: dataDir, newId }),
      lookAtPublicUrl({ publicUrl, isOutside, hasSlackOverHttp: hasSlackOverHttp(config) }),
      ...slack,
      lookAtDeliveries({ lanes }),
      lookAtAssistant(options.model),
      lookAtEmail({ postmark, settings }),
      lookAtSms({ twilio, settings }),
      lookAtRedis(redisUrl),
      lookAtSites({ sites }),
      lookAtPeople({ settings }),
    ];
    return examine(looks, { timeoutMs, discreet });
  };
}

/** What stands in for Slack elsewhere takes any address. */
const hasSlackOverHttp = ({ slack }: InspectedConfig) =>
  slack?.signingSecret !== undefined && slack.appToken === undefined && slack.apiUrl === undefined;

import type { Lanes } from "../conversation/ports.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Sites } from "../settings/sites.ts";
import type { Check, Look } from "./check.ts";
import { type AnsweringModel, lookAtAssistant } from "./checks/assistant.ts";
import { lookAtDataFolder } from "./checks/data-folder.ts";
import { type DatabaseOptions, lookAtDatabase } from "./checks/database.ts";
import { lookAtDeliveries } from "./checks/deliveries.ts";
import { type EmailOptions, lookAtEmail } from "./checks/email.ts";
import { lookAtPeople } from "./checks/people.ts";
import { lookAtPublicUrl } from "./checks/public-url.ts";
import { lookAtRedis } from "./checks/redis.ts";
import { lookAtSites } from "./checks/sites.ts";
import { lookAtSms } from "./checks/sms.ts";
import type { Discreet } from "./discreet.ts";
import { examine } from "./examine.ts";

export interface DoctorOptions {
  database: DatabaseOptions;
  dataDir: string;
  publicUrl: string;
  hasSlackOverHttp: boolean;
  /** What can be looked at in Slack; one look that says so when Slack is off. */
  slack: () => Promise<Look[]>;
  model: AnsweringModel | undefined;
  postmark: EmailOptions["postmark"];
  hasSms: boolean;
  redisUrl: string | undefined;
  lanes: Pick<Lanes, "depth" | "troubles">;
  settings: Pick<SettingsDesk, "current">;
  sites: Pick<Sites, "list">;
  discreet: Discreet;
  newId: () => string;
  now: () => number;
  /** For one look; 5 seconds when left out. */
  timeoutMs?: number | undefined;
}

export type Doctor = () => Promise<Check[]>;

/** Looks at every part of a running installation, side by side. The list is the same in Slack, in the inbox and on the command line. */
export function createDoctor({ settings, timeoutMs = 5_000, ...options }: DoctorOptions): Doctor {
  const { discreet, lanes, sites, now } = options;
  const looks = [
    lookAtDatabase(options.database),
    lookAtDataFolder({ folder: options.dataDir, newId: options.newId }),
    lookAtPublicUrl(options),
  ];
  const rest = [
    lookAtDeliveries({ lanes }),
    lookAtAssistant(options.model),
    lookAtEmail({ postmark: options.postmark, settings }),
    lookAtSms({ isConfigured: options.hasSms, settings }),
    lookAtRedis(options.redisUrl),
    lookAtSites({ sites }),
    lookAtPeople({ settings, now }),
  ];
  return async () => {
    const slack = await options
      .slack()
      .catch((error: unknown): Look[] => [{ name: "Slack", look: () => Promise.reject(error) }]);
    return examine([...looks, ...slack, ...rest], { timeoutMs, discreet });
  };
}

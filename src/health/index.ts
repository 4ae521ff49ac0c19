import type { Look } from "./check.ts";
import { slackOff } from "./checks/slack-off.ts";
import { createDiscreet } from "./discreet.ts";
import { createDoctor, type Doctor, type DoctorOptions } from "./doctor.ts";
import { secretsIn } from "./inspected-config.ts";
import { createTestHandoff, type TestHandoff, type TestHandoffOptions } from "./test-handoff/index.ts";
import type { TestThread } from "./test-handoff/ports.ts";

export interface HealthOptions
  extends Omit<DoctorOptions, "slack" | "lanes">,
    Omit<TestHandoffOptions, "thread" | "publicUrl" | "isAlone" | "discreet" | "settings"> {
  lanes: DoctorOptions["lanes"] & TestHandoffOptions["lanes"];
  /** Left out where there is no Slack. */
  slack: { looks: () => Promise<Look[]>; testThread: TestThread } | undefined;
}

export interface Health {
  doctor: Doctor;
  testHandoff: TestHandoff;
}

/** Whether a running installation works: each part by itself, and all of it together. */
export function createHealth({ slack, ...options }: HealthOptions): Health {
  const { config } = options;
  return {
    doctor: createDoctor({ ...options, slack: slack ? slack.looks : async () => [slackOff] }),
    testHandoff: createTestHandoff({
      ...options,
      thread: slack?.testThread,
      publicUrl: config.publicUrl,
      isAlone: config.redisUrl === undefined,
      discreet: createDiscreet(secretsIn(config)),
    }),
  };
}

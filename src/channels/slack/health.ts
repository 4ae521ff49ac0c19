export interface SlackHealth {
  state: "on" | "broken" | "starting";
  /** One sentence for people: what is connected, or what to do. */
  detail: string;
}

export type Health = ReturnType<typeof createHealth>;

/** Whether Slack takes what we send. `recovered` is called each time it does again after it did not. */
export function createHealth(recovered: () => void) {
  let health: SlackHealth = { state: "starting", detail: "Connecting to Slack." };
  let whenOn = "Connected to Slack.";

  return {
    now: (): SlackHealth => health,

    /** Slack answered as it should; `detail` is kept for the next time. */
    on(detail = whenOn): void {
      const wasBroken = health.state === "broken";
      whenOn = detail;
      health = { state: "on", detail };
      if (wasBroken) recovered();
    },

    broken(detail: string): void {
      health = { state: "broken", detail };
    },
  };
}

export interface SlackHealth {
  state: "on" | "broken" | "starting";
  /** One sentence for people: what is connected, or what to do. */
  detail: string;
}

export interface HealthOptions {
  /** It works, after it did not or for the first time: what was given up is worth another try. */
  recovered: () => void;
  /** It has just stopped working, or for another reason than before. */
  broke: (detail: string) => void;
}

export type Health = ReturnType<typeof createHealth>;

/** How one way into Slack is doing. */
export function createHealth({ recovered, broke }: HealthOptions) {
  let state: SlackHealth = { state: "starting", detail: "Connecting to Slack." };
  let whenOn = "Connected to Slack.";

  return {
    now: (): SlackHealth => state,

    /** Slack answered as it should; `detail` is kept for the next time. */
    on(detail = whenOn): void {
      const wasOn = state.state === "on";
      whenOn = detail;
      state = { state: "on", detail };
      if (!wasOn) recovered();
    },

    /** Not connected so far, by no fault of the configuration's. */
    starting(detail: string): void {
      if (state.state === "starting") state = { state: "starting", detail };
    },

    broken(detail: string): void {
      if (state.state === "broken" && state.detail === detail) return;
      state = { state: "broken", detail };
      broke(detail);
    },
  };
}

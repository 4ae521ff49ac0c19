export interface SlackHealth {
  state: "on" | "broken" | "starting";
  /** One sentence for people: what is connected, or what to do. */
  detail: string;
}

export type Health = ReturnType<typeof createHealth>;

/** Whether Slack takes what we send and brings what people write. `recovered`: it takes our posts again. */
export function createHealth(recovered: () => void) {
  let posting: SlackHealth = { state: "starting", detail: "Connecting to Slack." };
  let whenOn = "Connected to Slack.";
  let deaf: string | undefined;

  return {
    now: (): SlackHealth => (posting.state === "on" && deaf ? { state: "broken", detail: deaf } : posting),

    /** Slack answered as it should; `detail` is kept for the next time. */
    on(detail = whenOn): void {
      const wasBroken = posting.state === "broken";
      whenOn = detail;
      posting = { state: "on", detail };
      if (wasBroken) recovered();
    },

    /** Not connected so far, by no fault of the configuration's. */
    starting(detail: string): void {
      if (posting.state === "starting") posting = { state: "starting", detail };
    },

    broken(detail: string): void {
      posting = { state: "broken", detail };
    },

    /** Whether what people write in Slack reaches us, where we can tell; `problem` says why not. */
    hearing(problem: string | undefined): void {
      deaf = problem;
    },
  };
}

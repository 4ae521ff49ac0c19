/** A moment in mrkdwn, shown in the reader's own time zone. `{ago}` stays true without an update. */
export const dateToken = (at: number, format = "{date_short_pretty}, {time}") =>
  `<!date^${Math.floor(at / 1000)}^${format}|${inUtc(at)}>`;

/** For readers whose Slack cannot. */
export const inUtc = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

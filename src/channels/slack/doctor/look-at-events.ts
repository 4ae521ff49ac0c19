import { broken, type Found, type Look, ok, warn } from "../../../health/check.ts";
import { inTime } from "../../../health/in-time.ts";
import type { Arrived } from "./arrivals.ts";

export interface EventsLook {
  label: string;
  arrived: () => Promise<Arrived>;
  startedAt: number;
  /** Where Slack sends; none in Socket Mode. */
  requestUrl: string | undefined;
  now: () => number;
}

/** Whether what people do in Slack reaches us. */
export const lookAtEvents = ({ label, arrived, startedAt, requestUrl, now }: EventsLook): Look => ({
  name: `${label} events`,
  async look(): Promise<Found> {
    const { eventAt, interactionAt, refusedAt } = await arrived();
    const ago = (at: number) => `${inTime(now() - at)} ago`;
    const acceptedAt = Math.max(eventAt ?? 0, interactionAt ?? 0);
    if (refusedAt !== undefined && refusedAt > acceptedAt)
      return broken(
        `A request came ${ago(refusedAt)} whose signature was wrong. If Slack sent it, copy the Signing Secret from your Slack app → Basic Information into SLACK_SIGNING_SECRET and restart.`,
      );
    if (eventAt !== undefined)
      return ok(`The last event came ${ago(eventAt)}${requestUrl ? ", and its signature was right" : ""}.`);

    const where = requestUrl
      ? `Check that the Request URL under Event Subscriptions is ${requestUrl}`
      : "Check that Event Subscriptions and Socket Mode are on";
    const how = "in your Slack app, then write something in the channel";
    return interactionAt === undefined
      ? warn(`No event has arrived since the start ${ago(startedAt)}. ${where} ${how}.`)
      : warn(
          `Commands and buttons arrive, but no event has since the start ${ago(startedAt)}. ${where} ${how}.`,
        );
  },
});

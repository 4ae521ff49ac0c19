import { NotBefore } from "../../../../src/conversation/listener.ts";
import type { Remover } from "../../../../src/privacy/erasing/remover.ts";

/** Slack as erasing meets it: each thread has a post and a file of ours and a person's message; `held`, it makes wait; people may have `isDeleted`. */
export function slackCopies(now: () => number) {
  const slack = { held: false, isDeleted: false, link: "https://acme.slack.com/archives/C1/p1" };
  const remover: Remover = {
    places: ["slack/thread", "slack/post", "slack/file", "slack/message"],

    async remove({ place, externalId }) {
      if (place === "slack/thread")
        return {
          fate: { state: "gone" },
          found: [
            { place: "slack/file", externalId: `${externalId}/file` },
            { place: "slack/message", externalId: `${externalId}/message` },
          ],
        };
      if (slack.held) throw new NotBefore(now() + 20, "Slack is busy.");
      if (place === "slack/message" && !slack.isDeleted)
        return { fate: { state: "kept", reason: "A person wrote it in Slack.", link: slack.link } };
      return { fate: { state: "gone" } };
    },
  };
  return { slack, remover };
}

import { NotBefore } from "../../../../src/conversation/listener.ts";
import type { Remover } from "../../../../src/privacy/erasing/remover.ts";

/**
 * Slack as erasing meets it: each thread has a post and a file of ours and a person's message. It makes wait while it is
 * `held`, does not let go of our post while it `refuses`, and answers nothing while it is `broken`; people may have
 * `isDeleted` theirs.
 */
export function slackCopies(now: () => number) {
  const slack = {
    ...{ held: false, refuses: false, broken: false, isDeleted: false },
    link: "https://acme.slack.com/archives/C1/p1",
  };
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
      if (slack.broken) throw new Error("Slack does not answer.");
      if (slack.refuses && place === "slack/post")
        return { fate: { state: "kept", reason: "Slack does not let the app delete this post." } };
      if (slack.held) throw new NotBefore(now() + 20, "Slack is busy.");
      if (place === "slack/message" && !slack.isDeleted)
        return { fate: { state: "kept", reason: "A person wrote it in Slack.", link: slack.link } };
      return { fate: { state: "gone" } };
    },
  };
  return { slack, remover };
}

import type { HomeView } from "@slack/types";

/** The Home tab of guests and people of other companies: what visitors say is not theirs to read. */
export const notForYou: HomeView = {
  type: "home",
  blocks: [
    {
      type: "section",
      text: {
        type: "mrkdwn",
        text: "Guests and people of other companies do not see visitors' conversations here. An admin can allow it with `/handoff`.",
        verbatim: true,
      },
    },
  ],
};

import { z } from "zod";

const Rung = z
  .object({
    kind: z.enum(["mention", "direct", "sms", "email", "contact", "assistant"]),
    minutes: z
      .number()
      .min(0.5, "Half a minute at least.")
      .max(24 * 60, "A day at most."),
    /** Slack's ids. */
    who: z
      .array(
        z
          .string()
          .regex(
            /^[SUW][A-Z0-9]{4,}$/,
            "Name them as Slack does, with commas between: “2 mention @support-team, Ana López”. Or by Slack's ids, which begin with S (groups) or U (people).",
          ),
      )
      .max(20),
  })
  .refine(({ kind, who }) => who.length > 0 || (kind !== "mention" && kind !== "direct"), {
    error: "Name who is called, by Slack's id: “2 mention S0123ABCD”.",
  })
  .refine(({ kind, who }) => kind !== "direct" || who.every((id) => !id.startsWith("S")), {
    error: "A group cannot get a direct message. Name people, by ids that begin with U.",
  });

/** What is done, and when, while nobody answers. */
export const Ladder = z.array(Rung).max(12, "At most 12 steps.");
export type Ladder = z.infer<typeof Ladder>;

/** Until an admin says otherwise: whoever waits that long is asked where they can be answered. */
export const usualLadder: Ladder = [{ kind: "contact", minutes: 3, who: [] }];

import { z } from "zod";
import { atMost, line, words } from "../words.ts";

/** What a model is asked for, and as much of it as a card has room for. */
export const BriefResult = z.object({
  problem: line(300, "What the visitor needs, in one sentence. Empty if they have not said it yet."),
  tried: atMost(4, line(200, "One thing, in a few words."), "What the assistant has tried or told them."),
  language: line(40, "The visitor's language, named in English.").optional(),
  mood: line(80, "How the visitor seems, in at most five words.").optional(),
  questions: atMost(4, line(200, "One question."), "What is still to be found out, if anything."),
  replies: atMost(2, words(1_200, "A reply."), "One or two replies to the visitor, ready to be sent."),
});

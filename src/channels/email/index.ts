import { Router } from "express";
import type { Listener } from "../../conversation/listener.ts";
import type { Carrier } from "../../notifications/carrier.ts";
import { createHints } from "../../notifications/hints.ts";
import type { Notices } from "../../notifications/notice.ts";
import { createAgentAt, type Member } from "./agent-at.ts";
import type { AnswersOptions } from "./answers.ts";
import { type ContinuingOptions, createContinuing } from "./continuing.ts";
import { createInbound } from "./inbound.ts";
import { createCarrier } from "./outbound.ts";
import { refusalMail } from "./refusal-mail.ts";
import { unsubscribeRouter } from "./unsubscribe.ts";

export interface EmailOptions
  extends Omit<AnswersOptions, "agentAt" | "refuse" | "addresses" | "conversations" | "store">,
    Omit<ContinuingOptions, "conversations" | "store" | "notices"> {
  conversations: ContinuingOptions["conversations"] & AnswersOptions["conversations"];
  store: ContinuingOptions["store"] & AnswersOptions["store"];
  notices: Notices;
  /** The people of the team, with their addresses. */
  members: () => Promise<Member[]>;
  /** None: Postmark can bring us nothing. */
  webhookPassword: string | undefined;
  refused: () => void;
}

export interface EmailChannel {
  listener: Listener;
  carrier: Carrier;
  router: Router;
}

/** Mail through Postmark: tells the team that somebody waits, follows visitors who have left, and takes their answers. */
export function createEmail({ members, webhookPassword, ...options }: EmailOptions): EmailChannel {
  const { mailer, settings, log } = options;
  const mayTell = createHints();
  const router = Router().use(unsubscribeRouter(options));
  if (webhookPassword)
    router.use(
      createInbound({
        ...options,
        password: webhookPassword,
        agentAt: createAgentAt(members, settings),
        async refuse(mail) {
          if (!(await mayTell(mail.to))) return;
          // Whoever cannot be told of a refusal cannot be told of this one either.
          await mailer
            .send(refusalMail(mail))
            .catch((error: unknown) => log.warn("a refusal was not sent", { error }));
        },
      }),
    );
  return { listener: createContinuing(options), carrier: createCarrier(options), router };
}

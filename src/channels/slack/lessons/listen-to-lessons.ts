import type { App, Context } from "@slack/bolt";
import { ZodError } from "zod";
import type { Proposal } from "../../../knowledge/ports.ts";
import type { Outcome, Proposals } from "../../../knowledge/proposals.ts";
import type { Log } from "../../../log.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import { mayChange, refusal } from "../admin/who-may.ts";
import { type Asking, askingOf } from "../card/asking.ts";
import type { WhyNot } from "../card/why-not.ts";
import { filledIn } from "../shortcuts/listen-to-dialogs.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { lessonDialog, lessonEdited, lessonError, lessonFilled, lessonSentence } from "./lesson-dialog.ts";
import { lessonActions } from "./lesson-post.ts";
import type { LessonPosts } from "./lesson-posts.ts";

export interface LessonListeners {
  proposals: Pick<Proposals, "find" | "approve" | "reject">;
  posts: LessonPosts;
  settings: Pick<SettingsDesk, "current">;
  whyNot: WhyNot;
  log: Log;
}

/** Hears what people decide about proposals. A decision is stored before Slack is acknowledged. */
export function listenToLessons(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  { proposals, posts, settings, whyNot, log }: LessonListeners,
): void {
  for (const actionId of Object.values(lessonActions))
    bolt.action(
      { type: "block_actions", action_id: actionId },
      async ({ ack, body, action, respond, context }) => {
        const asking = await askingOf({
          workspace: await where(context),
          user: body.user,
          triggerId: body.trigger_id,
          press: `${actionId}/${"action_ts" in action ? action.action_ts : body.trigger_id}`,
          spot: { channel: body.channel?.id ?? "" },
          respond: body.response_url ? respond : undefined,
          log,
        });
        const id = action.type === "button" ? (action.value ?? "") : "";
        if (actionId === lessonActions.edit) edit(id, asking);
        else await decide(actionId, id, asking);
        await ack();
      },
    );

  bolt.view({ type: "view_submission", callback_id: lessonEdited }, async ({ ack, body, view, context }) => {
    const workspace = await where(context);
    const { teamId } = await workspace.identity();
    const asking = { workspace, teamId, userId: body.user.id, userTeam: body.user.team_id };
    const filled = lessonFilled(filledIn(view));
    const errors = "errors" in filled ? filled.errors : await submit(view.private_metadata, filled, asking);
    await ack(errors ? { response_action: "errors", errors } : undefined);
  });

  async function decide(actionId: string, id: string, asking: Asking): Promise<void> {
    const proposal = await proposals.find(id);
    const refused = proposal ? await whyNotDecide(proposal, asking) : gone;
    if (refused) return asking.tell(refused);
    const by = (await asking.agent()).name;
    const outcome =
      actionId === lessonActions.approve ? await approved(id, by) : await proposals.reject(id, by);
    const words = typeof outcome === "string" ? outcome : wordsOn(outcome);
    if (words) asking.tell(words);
  }

  /** Opens at once, as Slack insists, and is filled when it is known what with. */
  function edit(id: string, asking: Asking): void {
    const { api } = asking.workspace;
    const opened = async () => {
      const view = await api.openView(asking.triggerId, lessonSentence("One moment…"));
      if (!view?.id) throw new Error("Slack did not say which view it opened.");
      const proposal = await proposals.find(id);
      const refused = proposal ? await whyNotDecide(proposal, asking) : gone;
      const isOpen = proposal?.state === "open";
      const words = refused ?? (isOpen ? undefined : wordsOn(proposal && { isDone: false, proposal }));
      await api.updateView(
        view.id,
        proposal && !words ? lessonDialog(proposal) : lessonSentence(words ?? gone),
      );
    };
    void opened().catch((error: unknown) => {
      log.warn("slack: a proposal could not be edited", { error });
      asking.tell("Slack did not show the dialog in time. Please try again.");
    });
  }

  async function submit(
    id: string,
    words: { question: string; answer?: string },
    asking: Parameters<WhyNot>[0],
  ): Promise<Record<string, string> | undefined> {
    const proposal = await proposals.find(id);
    const refused = proposal ? await whyNotDecide(proposal, asking) : gone;
    if (refused) return lessonError(refused);
    const { name } = await asking.workspace.directory.agent(asking.teamId, asking.userId);
    const outcome = await approved(id, name, words);
    const problem = typeof outcome === "string" ? outcome : wordsOn(outcome);
    return problem ? lessonError(problem) : undefined;
  }

  /** The outcome, or why the words cannot be taken. */
  async function approved(id: string, by: string, words?: { question: string; answer?: string }) {
    try {
      return await proposals.approve(id, by, words);
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      return error.issues[0]?.message ?? "These words cannot be taken.";
    }
  }

  /** Whoever answers visitors may teach the assistant; a trigger phrase is a setting. */
  async function whyNotDecide(
    { kind, conversationId }: Proposal,
    asking: Parameters<WhyNot>[0],
  ): Promise<string | undefined> {
    if (kind === "answer") return whyNot(asking, conversationId);
    const current = await settings.current();
    return (await mayChange(asking.userId, asking.workspace, current))
      ? undefined
      : refusal(asking.workspace, current);
  }

  /** Only what changed nothing needs words: the post shows what did. */
  function wordsOn(outcome: Outcome | undefined): string | undefined {
    if (!outcome) return gone;
    const { isDone, proposal } = outcome;
    if (isDone) return undefined;
    void posts
      .decided(proposal)
      .catch((error: unknown) => log.warn("slack: a proposal's post is out of date", { error }));
    return `${proposal.decidedBy ?? "Somebody"} has already ${proposal.state} this.`;
  }
}

const gone = "This proposal is no longer there. The knowledge in the settings shows what is.";

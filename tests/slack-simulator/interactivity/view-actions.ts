import type { Slack } from "../slack.ts";
import type { SlackView, ViewContent } from "../views.ts";
import type { Person } from "../workspace.ts";
import { actionOf, elementNamed, heldValue } from "./elements.ts";
import { actor, complaint, interact } from "./send.ts";
import { filledIn } from "./view-values.ts";

export interface Submission {
  errors?: Record<string, string>;
  /** Set when the app did not take the submission at all. */
  failed?: string;
}

/** Submits the modal before a person, with values by block_id, action_id or label, and does what the app answered. */
export async function submitView(
  slack: Slack,
  person: Person,
  values: Record<string, unknown>,
): Promise<Submission> {
  const view = slack.views.top(person.id);
  if (!view) throw new Error(`${person.name} has no modal open`);
  const errors = filledIn(view, values);
  if (Object.keys(errors).length) return { errors };
  const answer = await interact(slack, {
    type: "view_submission",
    ...actor(slack, person),
    trigger_id: slack.triggers.issue(person.id, view.id),
    view: structuredClone(view),
    response_urls: [],
  });
  const failed = complaint(answer);
  return failed ? { failed } : apply(slack, person, view, answer.body);
}

function apply(slack: Slack, person: Person, view: SlackView, body: unknown): Submission {
  const response = (typeof body === "object" && body !== null ? body : {}) as {
    response_action?: string;
    errors?: Record<string, string>;
    view?: ViewContent;
  };
  const { response_action: action, view: next } = response;
  if (action === "errors") return { errors: response.errors ?? {} };
  if (action === "update" && next) slack.views.update(view, next);
  else if (action === "push" && next) slack.views.push(person.id, next);
  else if (action === "clear") slack.views.clear(person.id);
  else slack.views.pop(person.id);
  slack.changed();
  return {};
}

/** Closes the modal, or the whole stack with Slack's own cross; the app hears of it where it asked to. */
export async function closeView(slack: Slack, person: Person, all = false): Promise<void> {
  const top = slack.views.top(person.id);
  const closed = (
    all || top?.clear_on_close ? slack.views.clear(person.id) : [slack.views.pop(person.id)]
  ).filter((view) => view !== undefined);
  slack.changed();
  for (const view of closed) {
    if (view.notify_on_close)
      await interact(slack, {
        type: "view_closed",
        ...actor(slack, person),
        view: structuredClone(view),
        is_cleared: all,
      });
  }
}

/** A person presses a button or changes a field inside a modal or the App Home. */
export async function actInView(
  slack: Slack,
  { person, view, name, value }: { person: Person; view: SlackView; name: string; value?: unknown },
): Promise<string | undefined> {
  const placed = elementNamed(view.blocks, name);
  const { element, blockId } = placed;
  if (element.type !== "button" && element.type !== "overflow") {
    view.state.values[blockId] = {
      ...view.state.values[blockId],
      [String(element.action_id)]: { type: element.type, ...heldValue(element, value) },
    };
  }
  const answer = await interact(slack, {
    type: "block_actions",
    ...actor(slack, person),
    container: { type: "view", view_id: view.id },
    trigger_id: slack.triggers.issue(person.id, view.type === "modal" ? view.id : undefined),
    view: structuredClone(view),
    actions: [actionOf(placed, value, slack.workspace.nextTs())],
  });
  return complaint(answer);
}

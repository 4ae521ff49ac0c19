import type { Slack } from "./slack.ts";
import type { HomeView } from "./views.ts";
import type { Person } from "./workspace.ts";

/** A person opens the app's Home tab. Resolves to what the app has published once it has heard of it. */
export async function openHome(slack: Slack, person: Person): Promise<HomeView | undefined> {
  const view = slack.views.home(person.id);
  const event = slack.events.emit({
    type: "app_home_opened",
    user: person.id,
    channel: slack.workspace.directMessage(person.id).id,
    tab: "home",
    ...(view ? { view: structuredClone(view) } : {}),
    event_ts: slack.workspace.nextTs(),
  });
  await slack.events.firstAttempt(event);
  return slack.views.home(person.id);
}

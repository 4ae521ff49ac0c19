import { useEffect, useRef } from "preact/hooks";
import { type LateHandoffs, lateInWords } from "../../../../conversation/late-in-words.ts";
import type { SettingsPage as Loaded } from "../../settings/protocol.ts";
import { Problem } from "../elements/form.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { AssistantGroup } from "./assistant-group.tsx";
import { useDraft } from "./draft.ts";
import { HandoffGroup } from "./handoff-group.tsx";
import { HoursGroup } from "./hours-group.tsx";
import { MessagesGroup } from "./messages-group.tsx";
import { NotificationsGroup } from "./notifications-group.tsx";
import { PrivacyGroup } from "./privacy-group.tsx";
import { SavedRepliesGroup } from "./saved-replies-group.tsx";
import { SiteGroup } from "./site-group.tsx";
import { SlackGroup } from "./slack-group.tsx";
import type { SlackPlacesDesk } from "./slack-places.ts";
import { SlackWorkspaces } from "./slack-workspaces.tsx";

interface Props {
  loaded: Loaded;
  saved: (loaded: Loaded) => void;
  slack: SlackPlacesDesk;
}

export function SettingsForm({ loaded, saved, slack }: Props) {
  const draft = useDraft(loaded, saved);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [draft.fields]);

  return (
    <form class="settings" ref={form} onSubmit={draft.submit}>
      <HandoffGroup draft={draft} loaded={loaded} />
      <HoursGroup draft={draft} />
      <SlackGroup draft={draft} />
      <SlackWorkspaces slack={slack} />
      <AssistantGroup draft={draft} />
      <NotificationsGroup draft={draft} />
      <MessagesGroup draft={draft} />
      <SavedRepliesGroup draft={draft} />
      <PrivacyGroup draft={draft} loaded={loaded} />
      {draft.sites.map((site) => (
        <SiteGroup
          key={site.key}
          site={site}
          draft={draft}
          publicUrl={loaded.publicUrl}
          workspaces={slack.places?.workspaces ?? []}
        />
      ))}
      {isAdmin() && (
        <div class="save-bar">
          <Problem>{draft.problem}</Problem>
          <p role="status">{draft.isSaved ? savedInWords(draft.late) : ""}</p>
          <button class="primary" type="submit" disabled={draft.busy}>
            Save
          </button>
        </div>
      )}
    </form>
  );
}

function savedInWords(late: LateHandoffs | undefined): string {
  const words = late && lateInWords(late);
  return words ? `Saved. ${words}` : "Saved";
}

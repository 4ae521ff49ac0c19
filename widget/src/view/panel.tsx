import type { SiteGreeting } from "../../../src/channels/widget/protocol.ts";
import type { Chat } from "../chat.ts";
import { words } from "../words.ts";
import { Banner } from "./banner.tsx";
import { Composer } from "./composer.tsx";
import { Header } from "./header.tsx";
import { Log } from "./log.tsx";
import { PersonRequest } from "./person-request.tsx";

interface PanelProps {
  chat: Chat;
  site: SiteGreeting;
  draft: string;
  isOnline: boolean;
  onDraft(draft: string): void;
  onClose(): void;
}

/** Beside the page, not before it: the page stays usable, so this is not modal. */
export function Panel({ chat, site, draft, isOnline, onDraft, onClose }: PanelProps) {
  return (
    <div class="panel" role="dialog" aria-label={words.chatWith(site.name)}>
      <Header state={chat.state.value} site={site.name} onClose={onClose} />
      <Banner chat={chat} isOnline={isOnline} />
      <Log chat={chat} greeting={site.greeting} />
      <div class="foot">
        <PersonRequest chat={chat} isOffered={site.people} />
        <Composer draft={draft} onDraft={onDraft} onSay={chat.say} />
      </div>
    </div>
  );
}

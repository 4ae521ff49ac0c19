import { Component } from "preact";
import type { SiteGreeting } from "../../../src/channels/widget/protocol.ts";
import type { Chat } from "../chat.ts";
import type { Draft } from "../draft/draft.ts";
import * as words from "../words.ts";
import { Banner } from "./banner.tsx";
import { Composer } from "./composer.tsx";
import { Header } from "./header.tsx";
import { Log } from "./log.tsx";
import { PersonRequest } from "./person-request.tsx";

interface PanelProps {
  chat: Chat;
  draft: Draft;
  site: SiteGreeting;
  /** Of the server. */
  origin: string;
  isOnline: boolean;
  onClose(): void;
}

/** Beside the page, not before it: the page stays usable, so this is not modal. Files may be dropped anywhere on it. */
export class Panel extends Component<PanelProps, { isOver: boolean }> {
  over = (event: DragEvent & { currentTarget: Element }) => {
    const { type, currentTarget, relatedTarget } = event;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const isWithin = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (type !== "dragleave" || !isWithin) this.setState({ isOver: type === "dragover" });
  };

  drop = (event: DragEvent & { currentTarget: Element }) => {
    this.over(event);
    this.props.draft.attach(event.dataTransfer?.files ?? []);
  };

  override render({ chat, draft, site, origin, isOnline, onClose }: PanelProps) {
    return (
      <div
        class="panel"
        role="dialog"
        aria-label={words.chatWith(site.name)}
        onDragOver={this.over}
        onDragLeave={this.over}
        onDrop={this.drop}
      >
        <Header state={chat.state.value} site={site.name} onClose={onClose} />
        <Banner chat={chat} isOnline={isOnline} />
        <Log chat={chat} draft={draft} greeting={site.greeting} origin={origin} />
        <div class="foot">
          <PersonRequest chat={chat} isOffered={site.people} />
          <Composer draft={draft} />
        </div>
        {this.state.isOver && <p class="drop">{words.drop}</p>}
      </div>
    );
  }
}

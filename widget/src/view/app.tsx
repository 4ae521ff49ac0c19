import { Component, createRef } from "preact";
import type { SiteGreeting } from "../../../src/channels/widget/protocol.ts";
import type { Chat } from "../chat.ts";
import type { Surroundings } from "../surroundings.ts";
import { Launcher } from "./launcher.tsx";
import { Panel } from "./panel.tsx";

export interface AppProps {
  chat: Chat;
  site: SiteGreeting;
  surroundings: Surroundings;
}

interface AppState {
  isOpen: boolean;
  /** What is being written outlives the panel. */
  draft: string;
}

export class App extends Component<AppProps, AppState> {
  override state: AppState = { isOpen: false, draft: "" };
  launcher = createRef<HTMLButtonElement>();

  override componentDidUpdate() {
    const { chat, surroundings } = this.props;
    if (this.state.isOpen && surroundings.isWatched.value) chat.markRead();
  }

  open = () => {
    this.setState({ isOpen: true });
    this.props.chat.begin();
  };

  close = () => {
    this.setState({ isOpen: false });
    this.launcher.current?.focus();
  };

  override render({ chat, site, surroundings }: AppProps, { isOpen, draft }: AppState) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is inside.
      <div
        class={isOpen ? "widget open" : "widget"}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.isComposing && isOpen) this.close();
        }}
      >
        {isOpen && (
          <Panel
            chat={chat}
            site={site}
            draft={draft}
            isOnline={surroundings.isOnline.value}
            onDraft={(draft) => this.setState({ draft })}
            onClose={this.close}
          />
        )}
        <Launcher
          button={this.launcher}
          isOpen={isOpen}
          unread={isOpen ? 0 : chat.unread()}
          onClick={isOpen ? this.close : this.open}
        />
      </div>
    );
  }
}

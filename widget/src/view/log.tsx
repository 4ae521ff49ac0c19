import { Component, createRef } from "preact";
import type { Entry } from "../../../src/channels/widget/protocol.ts";
import type { Chat } from "../chat.ts";
import { keyOf } from "../transcript.ts";
import { words } from "../words.ts";
import { DownIcon } from "./icons.tsx";
import { Message } from "./message.tsx";
import { Thinking } from "./thinking.tsx";

interface LogProps {
  chat: Chat;
  greeting: string;
}

export class Log extends Component<LogProps, { isAway: boolean }> {
  log = createRef<HTMLDivElement>();
  count = 0;

  override componentDidMount() {
    this.toEnd();
  }

  /** Follows what is new, unless the visitor reads further up; to what they write themselves in any case. */
  override componentDidUpdate() {
    const { transcript, outgoing } = this.props.chat;
    const count = transcript.value.entries.length + outgoing.value.length;
    if (count !== this.count && (!this.state.isAway || outgoing.value.length > 0)) this.toEnd();
    this.count = count;
  }

  toEnd = () => this.log.current?.scrollTo(0, this.log.current.scrollHeight);

  override render({ chat, greeting }: LogProps) {
    const { entries } = chat.transcript.value;
    const said = chat.outgoing.value.filter(({ frame }) => frame.type === "say");
    return (
      <div class="history">
        <div
          ref={this.log}
          role="log"
          aria-label={words.messages}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
            this.setState({ isAway: scrollHeight - scrollTop - clientHeight > 60 })
          }
        >
          <Message author={{ kind: "assistant" }} text={greeting} isFirst isLast />
          {entries.map((entry, index) =>
            entry.type === "line" ? (
              <p key={keyOf(entry)} class="line">
                {entry.text}
              </p>
            ) : (
              <Message
                key={keyOf(entry)}
                {...entry}
                isFirst={authorAt(entries, index) !== authorAt(entries, index - 1)}
                isLast={authorAt(entries, index) !== authorAt(entries, index + 1)}
              />
            ),
          )}
          {said.map((outgoing) => (
            <Message
              key={outgoing.frame.id}
              author={{ kind: "visitor" }}
              text={"text" in outgoing.frame ? outgoing.frame.text : ""}
              outgoing={outgoing}
              onTryAgain={() => chat.tryAgain(outgoing.frame.id)}
              isFirst
              isLast
            />
          ))}
          <Thinking chat={chat} />
        </div>
        {this.state.isAway && (
          <button type="button" class="newest" aria-label={words.newest} onClick={this.toEnd}>
            <DownIcon />
          </button>
        )}
      </div>
    );
  }
}

/** Messages of one author in a row belong together: only the first is titled, only the last dated. */
function authorAt(entries: readonly Entry[], index: number): string {
  const entry = entries[index];
  return entry?.type === "message" ? JSON.stringify(entry.author) : "";
}

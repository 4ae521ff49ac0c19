import { Component, createRef } from "preact";
import type { Chat } from "../chat.ts";
import type { Draft } from "../draft/draft.ts";
import { keyOf, type Line } from "../transcript.ts";
import * as words from "../words.ts";
import { asksOf } from "./asks.tsx";
import { DownIcon } from "./icons.tsx";
import { Message } from "./message.tsx";
import { Thinking } from "./thinking.tsx";

interface LogProps {
  chat: Chat;
  draft: Draft;
  greeting: string;
  /** Of the server. */
  origin: string;
}

export class Log extends Component<LogProps, { isAway: boolean }> {
  log = createRef<HTMLDivElement>();
  count = 0;
  /** What is written below takes room from the log's end. */
  room = new ResizeObserver(() => this.state.isAway || this.toEnd());

  override componentDidMount() {
    this.toEnd();
    if (this.log.current) this.room.observe(this.log.current);
  }

  override componentWillUnmount() {
    this.room.disconnect();
  }

  /** Follows what is new, unless the visitor reads further up; to what they write themselves in any case. */
  override componentDidUpdate() {
    const { transcript, outgoing } = this.props.chat;
    const count = transcript.value.entries.length + outgoing.value.length;
    if (!this.state.isAway || (count !== this.count && outgoing.value.length > 0)) this.toEnd();
    this.count = count;
  }

  toEnd = () => this.log.current?.scrollTo(0, this.log.current.scrollHeight);

  /** One list for what is said and what is under way: a message that arrives stays the same for a screen reader. */
  messages() {
    const { chat, draft, origin } = this.props;
    const { entries } = chat.transcript.value;
    const said = entries.map((entry, index) => {
      if (entry.type === "line")
        return (
          <p key={keyOf(entry)} class="line">
            {entry.text}
          </p>
        );
      return (
        <Message
          key={entry.id}
          {...entry}
          chat={chat}
          outgoing={chat.editOf(entry.id)}
          text={chat.wordsOf(entry)}
          origin={origin}
          onEdit={chat.mayEdit(entry) ? () => draft.revise(entry) : undefined}
          isFirst={authorAt(entries, index) !== authorAt(entries, index - 1)}
          isLast={authorAt(entries, index) !== authorAt(entries, index + 1)}
        />
      );
    });
    const underWay = chat.outgoing.value.map((outgoing) => {
      const { frame, files } = outgoing;
      return (
        frame.type === "say" && (
          <Message
            key={frame.id}
            chat={chat}
            outgoing={outgoing}
            author={{ kind: "visitor" }}
            text={frame.text}
            files={files}
            origin={origin}
            isFirst
            isLast
          />
        )
      );
    });
    return [...said, ...underWay];
  }

  override render({ chat, greeting, origin }: LogProps) {
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
          <Message
            chat={chat}
            author={{ kind: "assistant" }}
            text={greeting}
            origin={origin}
            isFirst
            isLast
          />
          {this.messages()}
          {asksOf(chat)}
          <Thinking chat={chat} origin={origin} />
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
function authorAt(entries: readonly Line[], index: number): string {
  const entry = entries[index];
  return entry?.type === "message" ? JSON.stringify(entry.author) : "";
}

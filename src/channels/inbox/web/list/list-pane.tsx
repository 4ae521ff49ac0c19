import { useEffect, useState } from "preact/hooks";
import { Empty } from "../elements/empty.tsx";
import { Icon } from "../elements/icons.tsx";
import {
  type Filter,
  filter,
  hasMore,
  listed,
  listState,
  loadList,
  loadMore,
  search,
} from "./conversation-list.ts";
import { ListItem } from "./list-item.tsx";

const filters: { value: Filter; label: string; nothing: string }[] = [
  { value: "open", label: "Open", nothing: "Conversations appear here as visitors write." },
  { value: "waiting", label: "Waiting", nothing: "Nobody waits for a person right now." },
  { value: "mine", label: "Mine", nothing: "Claim a conversation or reply in one, and it is yours." },
  { value: "closed", label: "Closed", nothing: "What you close is kept here." },
];

export function ListPane() {
  return (
    <section class="list-pane" aria-label="All conversations">
      <header class="list-head">
        <h1 class="for-ears">Conversations</h1>
        <SearchBox />
        <div class="tabs" role="tablist" aria-label="Which conversations">
          {filters.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              role="tab"
              aria-selected={filter.value === value}
              onClick={() => choose(value)}
            >
              {label}
            </button>
          ))}
        </div>
      </header>
      <List />
    </section>
  );
}

function choose(value: Filter): void {
  filter.value = value;
  void loadList({ clear: true });
}

/** Asks while one types, a moment after the last letter. */
function SearchBox() {
  const [text, setText] = useState(search.value);
  useEffect(() => {
    if (text.trim() === search.value) return;
    const timer = setTimeout(() => {
      search.value = text.trim();
      void loadList({ clear: true });
    }, 200);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        aria-label="Search"
        placeholder="Search"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <kbd>/</kbd>
    </div>
  );
}

function List() {
  const state = listState.value;
  const items = listed.value;
  return (
    <div class="list-scroll">
      {state.state === "failed" && (
        <Empty title="The list could not be read" text={state.problem}>
          <button type="button" onClick={() => void loadList()}>
            Try again
          </button>
        </Empty>
      )}
      {items.length === 0 && state.state === "loading" && <Waiting />}
      {items.length === 0 && state.state === "ready" && <Nothing />}
      <ul class="list" aria-label="Conversations">
        {items.map((item) => (
          <ListItem key={item.conversation.id} item={item} />
        ))}
      </ul>
      {hasMore.value && (
        <button type="button" class="more" onClick={() => void loadMore()}>
          Show more
        </button>
      )}
    </div>
  );
}

function Nothing() {
  if (search.value) return <Empty title="Nothing found" text={`No conversation holds “${search.value}”.`} />;
  const chosen = filters.find(({ value }) => value === filter.value);
  return <Empty title="All quiet" text={chosen?.nothing ?? ""} />;
}

const Waiting = () => (
  <div class="skeleton" role="status" aria-label="Loading conversations">
    {[1, 2, 3, 4].map((row) => (
      <span key={row} />
    ))}
  </div>
);

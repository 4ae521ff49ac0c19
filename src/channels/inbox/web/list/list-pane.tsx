import { Empty } from "../elements/empty.tsx";
import { Link } from "../elements/link.tsx";
import { route } from "../route.ts";
import { hasMore, listed, listState, loadList, loadMore } from "./conversation-list.ts";
import { counts } from "./counts.ts";
import { FilterPanel } from "./filter-panel.tsx";
import { ListItem } from "./list-item.tsx";
import { type Filter, filter, search, withConditions } from "./list-query.ts";
import { measured } from "./measured.ts";
import { MeasuredBar } from "./measured-bar.tsx";
import { MissedBar } from "./missed-bar.tsx";
import { InAll, NothingHere } from "./nothing-here.tsx";
import { SearchBox } from "./search-box.tsx";
import { Windowed } from "./windowed.tsx";

const tabs: { value: Filter; label: string }[] = [
  { value: "open", label: "Open" },
  { value: "waiting", label: "Waiting" },
  { value: "mine", label: "Mine" },
  { value: "closed", label: "Closed" },
  { value: "all", label: "All" },
];

export function ListPane() {
  return (
    <section class="list-pane" aria-label="All conversations">
      <header class="list-head">
        <h1 class="for-ears">Conversations</h1>
        <div class="search-row">
          <SearchBox />
          <FilterPanel />
        </div>
        <nav class="tabs" aria-label="Which conversations">
          {tabs.map(({ value, label }) => (
            <Link
              key={value}
              href={withConditions({ measure: "", status: value === "open" ? "" : value })}
              aria-current={filter.value === value && !measured.value ? "true" : undefined}
            >
              {label} <Count of={value} />
            </Link>
          ))}
        </nav>
        <MeasuredBar />
        <MissedBar />
      </header>
      <List />
    </section>
  );
}

/** Of what is counted, unless there is nothing. */
function Count({ of }: { of: Filter }) {
  const count = of === "waiting" || of === "mine" ? counts.value?.[of] : undefined;
  return count ? <span class={`tab-count ${of}`}>{count}</span> : null;
}

function List() {
  const state = listState.value;
  const items = listed.value;
  return (
    <Windowed
      label="Conversations"
      items={items}
      idOf={({ conversation }) => conversation.id}
      shown={route.value.page === "conversations" ? route.value.id : undefined}
      goesOn={hasMore.value && state.state !== "failed"}
      readOn={() => void loadMore()}
      row={(item, place) => <ListItem key={item.conversation.id} item={item} {...place} />}
      before={state.state === "failed" && <Failed problem={state.problem} />}
    >
      {items.length === 0 && state.state === "loading" && <Loading />}
      {items.length === 0 && state.state === "ready" && <NothingHere />}
      {items.length > 0 && search.value && !hasMore.value && (
        <p class="list-end">
          <InAll />
        </p>
      )}
    </Windowed>
  );
}

const Failed = ({ problem }: { problem: string }) => (
  <Empty title="The list could not be read" text={problem}>
    <button type="button" onClick={() => void loadList()}>
      Try again
    </button>
  </Empty>
);

const Loading = () => (
  <div class="skeleton" role="status" aria-label="Loading conversations">
    {[62, 84, 48, 73, 56, 80].map((width) => (
      <span key={width} class={`row-${width}`}>
        <i />
        <i />
        <i />
      </span>
    ))}
  </div>
);

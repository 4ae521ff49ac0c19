import { ConversationPane } from "../conversation/conversation-pane.tsx";
import { Empty } from "../elements/empty.tsx";
import { current } from "../inbox-state.ts";
import { listed } from "./conversation-list.ts";
import { ListPane } from "./list-pane.tsx";

const pickOne = "Pick one on the left. Those who wait come first.";

export function ConversationsPage() {
  const open = current.value;
  return (
    <main class={`conversations ${open ? "with-open" : ""}`}>
      <ListPane />
      {open ? (
        <ConversationPane key={open.id} open={open} />
      ) : (
        <div class="nothing-open">
          <Empty title="No conversation open" text={listed.value.length > 0 ? pickOne : ""}>
            <p class="keys">
              <kbd>j</kbd> <kbd>k</kbd> to move, <kbd>r</kbd> to reply, <kbd>/</kbd> to search, <kbd>?</kbd>{" "}
              for all keys
            </p>
          </Empty>
        </div>
      )}
    </main>
  );
}

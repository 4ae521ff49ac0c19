import { ConversationPane } from "../conversation/conversation-pane.tsx";
import { Empty } from "../elements/empty.tsx";
import { current } from "../inbox-state.ts";
import { ListPane } from "./list-pane.tsx";

export function ConversationsPage() {
  const open = current.value;
  return (
    <main class={`conversations ${open ? "with-open" : ""}`}>
      <ListPane />
      {open ? (
        <ConversationPane key={open.id} open={open} />
      ) : (
        <div class="nothing-open">
          <Empty title="No conversation open" text="Pick one on the left. Those who wait come first.">
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

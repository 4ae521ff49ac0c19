import { Icon } from "../elements/icons.tsx";
import { Link } from "../elements/link.tsx";
import { placeInList } from "../list/list-query.ts";

/** The shape of what is coming, so that nothing jumps when it is there; the way back is there already. */
export const ConversationSkeleton = () => (
  <section class="thread thread-skeleton" aria-label="Conversation">
    <h1 class="for-ears">Conversation</h1>
    <div class="thread-head">
      <Link class="back" href={placeInList(undefined)} aria-label="Back">
        <Icon name="back" />
      </Link>
      <span class="name-to-come" />
    </div>
    <div class="skeleton" role="status" aria-label="Loading the conversation">
      {["left", "right", "left", "left", "right"].map((side, row) => (
        <span key={row} class={side} />
      ))}
    </div>
  </section>
);

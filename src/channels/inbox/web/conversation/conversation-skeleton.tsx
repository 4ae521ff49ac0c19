/** The shape of what is coming, so that nothing jumps when it is there. */
export const ConversationSkeleton = () => (
  <section class="thread thread-skeleton" role="status" aria-label="Loading the conversation">
    <div class="thread-head">
      <span class="bar" />
    </div>
    <div class="skeleton">
      {["left", "right", "left", "left", "right"].map((side, row) => (
        <span key={row} class={side} />
      ))}
    </div>
  </section>
);

/** Said while something is on its way. `isAlone`: there is nothing else on the page yet. */
export const Loading = ({ isAlone = false }: { isAlone?: boolean }) => (
  <p class={`loading ${isAlone ? "quiet-page" : "quiet-text"}`} role="status">
    Loading…
  </p>
);

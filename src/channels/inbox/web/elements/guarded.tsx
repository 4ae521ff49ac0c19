import type { ComponentChildren } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { Empty } from "./empty.tsx";

/** A page, or words where it cannot be drawn: mostly, it is newer or older than the server that answers it. */
export function Guarded({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary((thrown) => console.warn(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <main class="quiet-page">
      <Empty
        isAlone
        title="This page cannot be shown"
        text="Perhaps a newer version was just installed. Nothing that was sent is lost."
      >
        <button type="button" onClick={() => location.reload()}>
          Load it anew
        </button>
      </Empty>
    </main>
  );
}

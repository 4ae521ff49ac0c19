import { Link } from "../../elements/link.tsx";
import { isAdmin } from "../../sign-in/session.ts";
import type { Completions } from "./completions.ts";
import { savedReplies } from "./saved-replies.ts";

/** Above the text: what can be chosen, with arrows and Enter or by mouse. */
export function CompletionList({
  completions: { completion, options, active, choose },
}: {
  completions: Completions;
}) {
  if (!completion) return null;
  if (options.length === 0)
    return completion.kind === "reply" ? <NoReplies query={completion.query} /> : null;
  return (
    <div
      id="completions"
      class={`completions ${completion.kind}`}
      role="listbox"
      aria-label={completion.kind === "reply" ? "Saved replies" : "Emoji"}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's, which keeps the focus.
        // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus.
        <div
          key={option.key}
          id={`completion-${option.key}`}
          role="option"
          aria-selected={option === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span class="option-label">{option.label}</span>
          <span class="option-detail">{option.detail}</span>
        </div>
      ))}
    </div>
  );
}

function NoReplies({ query }: { query: string }) {
  const { value } = savedReplies;
  if (value.state === "unread") return null;
  return (
    <p class="completions nothing" role="status">
      {value.state === "failed" && "The saved replies could not be read. Type / once more to try again."}
      {value.state === "read" && value.all.length > 0 && `No saved reply has “${query}”.`}
      {value.state === "read" && value.all.length === 0 && (
        <>
          There are no saved replies yet.{" "}
          {isAdmin() ? (
            <Link href="/inbox/settings">Add them in the settings</Link>
          ) : (
            "An admin can add them in the settings."
          )}
        </>
      )}
    </p>
  );
}

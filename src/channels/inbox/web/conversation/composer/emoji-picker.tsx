import { useRef, useState } from "preact/hooks";
import { Icon } from "../../elements/icons.tsx";
import { usePopover } from "../../elements/use-popover.ts";
import { allEmoji, loadEmoji } from "./emoji.ts";
import { findEmoji } from "./find-emoji.ts";

/** As many as one looks through; all others are found by their names. */
const maxShown = 160;

export function EmojiPicker({ choose }: { choose: (character: string) => void }) {
  const { isOpen, root, button, toggle, leave } = usePopover(() => {
    void loadEmoji();
    field.current?.focus();
  });
  const [query, setQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const shown = isOpen ? findEmoji(allEmoji.value, query, maxShown) : [];

  const press = (event: KeyboardEvent) => {
    const all = [...(grid.current?.querySelectorAll("button") ?? [])];
    const at = all.findIndex((one) => one.matches(":focus"));
    const step = steps[event.key];
    if (step !== undefined && (at >= 0 || event.key === "ArrowDown")) {
      const next = at === -1 ? 0 : at + step;
      (all[next] ?? field.current)?.focus();
    } else if (event.key === "Enter" && event.target === field.current) take(shown[0]?.character);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const take = (character: string | undefined) => {
    if (!character) return;
    leave();
    setQuery("");
    choose(character);
  };

  return (
    <div class="emoji" ref={root}>
      <button
        ref={button}
        type="button"
        class="quiet"
        aria-label="Emoji"
        title="Emoji (type : and a name)"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <Icon name="smile" />
      </button>
      {isOpen && (
        <div class="emoji-panel" role="dialog" aria-label="Emoji" onKeyDown={press}>
          <input
            ref={field}
            type="text"
            form=""
            aria-label="Emoji by name"
            placeholder="By name, such as party"
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
          <div class="emoji-grid" ref={grid}>
            {shown.map(({ character, names }) => (
              <button
                key={names[0]}
                type="button"
                class="quiet"
                aria-label={names[0]?.replaceAll("_", " ")}
                title={`:${names[0]}:`}
                onClick={() => take(character)}
              >
                {character}
              </button>
            ))}
          </div>
          {shown.length === 0 && query && <p class="quiet-text">None is called that.</p>}
        </div>
      )}
    </div>
  );
}

const steps: Record<string, number | undefined> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: 8,
  ArrowUp: -8,
};

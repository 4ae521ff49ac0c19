import { useEffect, useState } from "preact/hooks";
import { Icon } from "../elements/icons.tsx";
import { narrow, search } from "./list-query.ts";

const pauseMs = 150;

/** Asks while one types, a moment after the last letter. */
export function SearchBox() {
  const [text, setText] = useState(search.value);
  const [asked, setAsked] = useState(search.value);

  useEffect(() => {
    const words = text.trim();
    if (words === asked) return;
    const timer = setTimeout(() => {
      setAsked(words);
      narrow({ search: words });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  // The address changed by something else: a link, or going back.
  useEffect(() => {
    if (search.value === asked) return;
    setAsked(search.value);
    setText(search.value);
  }, [search.value]);

  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        aria-label="Search"
        placeholder="Search messages, people"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <kbd>/</kbd>
    </div>
  );
}

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

interface Props<Item> {
  label: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  /** The item that must be in sight, whenever it becomes another. */
  shown: string | undefined;
  /** More can be read. */
  goesOn: boolean;
  readOn: () => void;
  row: (item: Item, place: { "aria-posinset": number; "aria-setsize": number }) => JSX.Element;
  /** Above and below the list, in the same scroll. */
  before?: ComponentChildren;
  children?: ComponentChildren;
}

/** Rows above and below what is in sight that are there already. */
const spare = 8;
const guessedHeight = 60;

/** A list of any length, of rows of one height, of which only those in sight are in the page. News above move nothing in sight. */
export function Windowed<Item>({ label, items, idOf, shown, goesOn, readOn, row, ...around }: Props<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const [rowHeight, setRowHeight] = useState(guessedHeight);
  const ids = items.map(idOf);

  const first = Math.max(0, Math.floor(sight.top / rowHeight) - spare);
  const end = Math.min(items.length, Math.ceil((sight.top + sight.height) / rowHeight) + spare);

  const look = () => {
    const height = list.current?.firstElementChild?.getBoundingClientRect().height;
    if (height) setRowHeight(height);
    if (box.current) setSight({ top: box.current.scrollTop, height: box.current.clientHeight });
  };

  useEffect(() => {
    const resized = new ResizeObserver(look);
    if (box.current) resized.observe(box.current);
    return () => resized.disconnect();
  }, []);

  const before = useRef(ids);
  useLayoutEffect(() => {
    const moved = shiftOf(before.current, ids, {
      from: Math.floor(sight.top / rowHeight),
      rows: sight.height / rowHeight,
    });
    before.current = ids;
    if (box.current && box.current.scrollTop > 0 && moved !== 0) box.current.scrollTop += moved * rowHeight;
    look();
  }, [ids.join()]);

  useLayoutEffect(() => {
    const at = shown === undefined ? -1 : ids.indexOf(shown);
    const { current } = box;
    if (at === -1 || !current) return;
    const top = at * rowHeight;
    if (top < current.scrollTop) current.scrollTop = top;
    if (top + rowHeight > current.scrollTop + current.clientHeight)
      current.scrollTop = top + rowHeight - current.clientHeight;
  }, [shown]);

  useEffect(() => {
    if (goesOn && end === items.length) readOn();
  }, [end, items.length, goesOn]);

  return (
    <div class="list-scroll" ref={box} onScroll={look}>
      {around.before}
      <ul
        class="list"
        aria-label={label}
        ref={list}
        style={{
          paddingTop: `${first * rowHeight}px`,
          paddingBottom: `${(items.length - end) * rowHeight}px`,
        }}
      >
        {items
          .slice(first, end)
          .map((item, index) =>
            row(item, { "aria-posinset": first + index + 1, "aria-setsize": goesOn ? -1 : items.length }),
          )}
      </ul>
      {around.children}
    </div>
  );
}

/** By how many rows most of what was in sight has moved. */
function shiftOf(before: string[], now: string[], { from, rows }: { from: number; rows: number }): number {
  const places = new Map(now.map((id, index) => [id, index]));
  const shifts = before.slice(from, from + Math.ceil(rows)).flatMap((id, index) => {
    const place = places.get(id);
    return place === undefined ? [] : [place - from - index];
  });
  return shifts.sort((a, b) => a - b)[Math.floor(shifts.length / 2)] ?? 0;
}

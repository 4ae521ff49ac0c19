import { useEffect, useState } from "preact/hooks";
import type { Going as Counted } from "../../privacy/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { counted } from "../elements/counted.ts";

const typingMs = 300;

type Count = { state: "asked" } | { state: "known"; count: number } | { state: "failed"; problem: string };

/** What would go at once if this were saved. It is not saved before whoever does it has said that they mean it. */
export function Going({ siteKey, siteName, days }: { siteKey: string; siteName: string; days: number }) {
  const [count, setCount] = useState<Count>({ state: "asked" });
  useEffect(() => {
    const query = new URLSearchParams({ site: siteKey, days: String(days) });
    const timer = setTimeout(() => {
      fetched<Counted>(`/api/privacy/would-go?${query}`).then(
        (going) => setCount({ state: "known", count: going.count }),
        (error: unknown) => setCount({ state: "failed", problem: inWords(error) }),
      );
    }, typingMs);
    return () => clearTimeout(timer);
  }, []);

  const goesNow = count.state !== "known" || count.count > 0;
  return (
    <div class={`would-go ${goesNow ? "goes-now" : ""}`}>
      <p role="status">{inWordsOf(count)}</p>
      {goesNow && (
        <label>
          <input type="checkbox" required />
          Erase what is older than {counted(days, "day")} of {siteName}
        </label>
      )}
    </div>
  );
}

function inWordsOf(count: Count): string {
  switch (count.state) {
    case "asked":
      return "Counting what would go…";
    case "failed":
      return `How many conversations would go could not be counted. ${count.problem}`;
    case "known":
      if (count.count === 0) return "When you save this, nothing is erased now.";
      return `When you save this, ${counted(count.count, "conversation is", "conversations are")} erased within a day, and cannot be brought back.`;
  }
}

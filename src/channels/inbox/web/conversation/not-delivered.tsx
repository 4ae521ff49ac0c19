import type { Delivered } from "./delivery.ts";

/** The people in Slack do not see this conversation as it is, and nobody tries any more: says why, and tries again. */
export function NotDelivered({ delivery, isRetrying, problem, retry }: Delivered) {
  if (delivery.state === "fine" || (delivery.state === "trying" && !isRetrying)) return null;
  return (
    <div class="blocked" role="status">
      <p>
        {isRetrying ? "Trying again. Last time: " : "Not delivered to Slack: "}
        {delivery.error}
        {problem && ` ${problem}`}
      </p>
      <button type="button" disabled={isRetrying} onClick={() => void retry()}>
        Retry
      </button>
    </div>
  );
}

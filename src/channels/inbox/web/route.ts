import { computed, signal } from "@preact/signals";

export type Route =
  | { page: "conversations"; id?: string | undefined }
  | { page: "transcript"; id: string }
  | { page: "settings"; part?: "health" | "knowledge" | "privacy" | undefined }
  | { page: "analytics" | "team" | "account" | "setup" | "join" | "forgot" | "reset" | "missing" };

const here = () => location.pathname + location.search;
const place = signal(here());
const path = computed(() => new URL(place.value, location.href).pathname);
addEventListener("popstate", () => {
  place.value = here();
});

export const route = computed<Route>(() => routeAt(path.value));

/** What stands behind the `?` of the address, without it. */
export const query = computed(() => new URL(place.value, location.href).search.slice(1));

/** `instead`: the address before is not worth going back to. */
export function go(to: string, { instead = false } = {}): void {
  if (to !== here()) history[instead ? "replaceState" : "pushState"](null, "", to);
  place.value = here();
}

export function routeAt(pathname: string): Route {
  const [, , first, second, third] = pathname.replace(/\/+$/, "").split("/");
  if (first === undefined) return { page: "conversations" };
  if (first === "c" && second && third === "transcript")
    return { page: "transcript", id: decodeURIComponent(second) };
  if (first === "c" && second) return { page: "conversations", id: decodeURIComponent(second) };
  if (first === "settings")
    return second === "health" || second === "knowledge" || second === "privacy"
      ? { page: first, part: second }
      : { page: first };
  if (first === "analytics" || first === "team" || first === "account") return { page: first };
  if (first === "setup" || first === "join" || first === "forgot" || first === "reset")
    return { page: first };
  return { page: "missing" };
}

export const pathOf = (conversationId: string) => `/inbox/c/${encodeURIComponent(conversationId)}`;

/** The secret part of a setup link or an invitation. */
export const tokenInAddress = () => new URLSearchParams(location.search).get("token") ?? "";

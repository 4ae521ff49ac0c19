import { computed, signal } from "@preact/signals";

export type Route =
  | { page: "conversations"; id?: string | undefined }
  | { page: "settings"; part?: "health" | "knowledge" | undefined }
  | { page: "analytics" | "team" | "setup" | "join" | "missing" };

const path = signal(location.pathname);
addEventListener("popstate", () => {
  path.value = location.pathname;
});

export const route = computed<Route>(() => routeAt(path.value));

export function go(to: string): void {
  if (to !== location.pathname) history.pushState(null, "", to);
  path.value = new URL(to, location.href).pathname;
}

export function routeAt(pathname: string): Route {
  const [, , first, second] = pathname.replace(/\/+$/, "").split("/");
  if (first === undefined) return { page: "conversations" };
  if (first === "c" && second) return { page: "conversations", id: decodeURIComponent(second) };
  if (first === "settings")
    return second === "health" || second === "knowledge" ? { page: first, part: second } : { page: first };
  if (first === "analytics" || first === "team") return { page: first };
  if (first === "setup" || first === "join") return { page: first };
  return { page: "missing" };
}

export const pathOf = (conversationId: string) => `/inbox/c/${encodeURIComponent(conversationId)}`;

/** The secret part of a setup link or an invitation. */
export const tokenInAddress = () => new URLSearchParams(location.search).get("token") ?? "";

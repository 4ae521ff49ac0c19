import { session } from "./sign-in/session.ts";

/** Empty while nobody is signed in. */
export function memberId(): string {
  const now = session.peek();
  return now.state === "in" ? now.member.id : "";
}

/** What this browser keeps for whoever is signed in: another member on the same computer finds nothing of it. */
export function kept<Value>(name: string, fallback: Value) {
  const key = () => `inbox.${name}.${memberId()}`;

  return {
    read(): Value {
      try {
        return JSON.parse(localStorage.getItem(key()) ?? "null") ?? fallback;
      } catch {
        return fallback;
      }
    },

    write(value: Value): void {
      try {
        if (memberId()) localStorage.setItem(key(), JSON.stringify(value));
      } catch {
        // Full or forbidden: it then lasts only as long as this page.
      }
    },
  };
}

import type { Me } from "../../people/protocol.ts";
import { fetched, inWords, isUnreachable, posted } from "../api.ts";
import { go } from "../route.ts";
import { session, signedOut } from "./session.ts";

/** Asks the server who we are. Somebody signed in stays so while the server cannot be reached. */
export async function recognise(): Promise<void> {
  try {
    const { member } = await fetched<Me>("/api/me");
    session.value = { state: "in", member };
  } catch (error) {
    if (session.value.state === "in" && isUnreachable(error)) return;
    if (session.value.state !== "out") session.value = { state: "unreachable", problem: inWords(error) };
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  await posted("/api/auth/sign-in/email", { email, password });
  await recognise();
}

/** Signs in whoever came by a link that works once. */
export async function comeIn(email: string, password: string): Promise<void> {
  await signIn(email, password);
  go("/inbox", { instead: true });
}

export async function signOut(): Promise<void> {
  await posted("/api/auth/sign-out");
  signedOut();
}

import { signal } from "@preact/signals";
import type { TeamMember } from "../../people/protocol.ts";

export type Session =
  | { state: "unknown" }
  | { state: "out" }
  | { state: "unreachable"; problem: string }
  | { state: "in"; member: TeamMember };

export const session = signal<Session>({ state: "unknown" });

export const signedOut = () => {
  session.value = { state: "out" };
};

export const isMe = (id: string | undefined) =>
  session.value.state === "in" && session.value.member.id === id;

export const isAdmin = () => session.value.state === "in" && session.value.member.role === "admin";

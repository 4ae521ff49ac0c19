import { signal } from "@preact/signals";
import type { FromPage, ToPage } from "../protocol.ts";
import { recognise } from "./sign-in/recognise.ts";
import { signedOut } from "./sign-in/session.ts";

type Listener = (frame: ToPage) => void;

const closedBecauseSignedOut = 4401;
const pingEveryMs = 20_000;
const silentTooLongMs = 45_000;

/** Whether news arrive as they happen. "lost" is shown to people; a first connection under way is not. */
export const lineState = signal<"connecting" | "open" | "lost">("connecting");

/** The socket to the server: comes back by itself, and says where it was. */
export function createLine({ heard, opened }: { heard: Listener; opened: () => void }) {
  let socket: WebSocket | undefined;
  let attempts = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let lastHeardAt = Date.now();
  let stopped = false;

  connect();
  const pulse = setInterval(() => {
    if (Date.now() - lastHeardAt > silentTooLongMs) socket?.close();
    else say({ type: "ping" });
  }, pingEveryMs);
  const hurry = () => {
    if (socket?.readyState !== WebSocket.OPEN) connect();
  };
  // A socket notices only after a while that nothing comes through any more.
  const notice = () => socket?.close();
  addEventListener("online", hurry);
  addEventListener("offline", notice);

  function say(frame: FromPage): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  function connect(): void {
    clearTimeout(retry);
    if (socket) socket.onclose = null;
    socket?.close();
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/live`);
    socket.onopen = () => {
      attempts = 0;
      lastHeardAt = Date.now();
      lineState.value = "open";
      opened();
    };
    socket.onmessage = ({ data }) => {
      lastHeardAt = Date.now();
      heard(JSON.parse(data) as ToPage);
    };
    socket.onclose = ({ code }) => lost(code);
  }

  function lost(code: number): void {
    if (stopped) return;
    lineState.value = "lost";
    if (code === closedBecauseSignedOut) signedOut();
    else comeBack();
  }

  function comeBack(): void {
    // A browser does not tell why a socket was refused; asking who we are does.
    void recognise();
    retry = setTimeout(connect, Math.min(10_000, 500 * 2 ** attempts++) * (0.5 + Math.random() / 2));
  }

  return {
    say,
    stop(): void {
      stopped = true;
      clearInterval(pulse);
      clearTimeout(retry);
      removeEventListener("online", hurry);
      removeEventListener("offline", notice);
      socket?.close();
    },
  };
}

export type Line = ReturnType<typeof createLine>;

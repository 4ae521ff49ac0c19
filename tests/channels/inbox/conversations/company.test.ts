import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type Companies,
  createCompany,
  lookingLastsMs,
  writingLastsMs,
} from "../../../../src/channels/inbox/conversations/company.ts";
import { type Attendance, createLive, type Live } from "../../../../src/live.ts";
import { ana, ben } from "../../../support/desk.ts";

let live: Live;
let changes: string[];
let companies: Companies;

beforeEach(() => {
  vi.useFakeTimers();
  live = createLive();
  changes = [];
  companies = createCompany({ live, now: Date.now, changed: (id) => void changes.push(id) });
});

afterEach(() => {
  companies.stop();
  vi.useRealTimers();
});

const attend = (agent: typeof ana, doing: Attendance["doing"], page = agent.name) =>
  live.attend({ conversationId: "c1", who: { page, agent }, doing });
const visitorWrites = () => live.attend({ conversationId: "c1", who: "visitor", doing: "writing" });
const atC1 = async (memberId = ana.id) => {
  const { agents, visitor } = await companies.at("c1", memberId);
  return [
    ...agents.map(({ name, isWriting }) => `${name} ${isWriting ? "writes" : "looks"}`),
    ...(visitor.isWriting ? ["visitor writes"] : []),
  ];
};

test("everybody sees who else looks and writes, and nobody sees themselves", async () => {
  attend(ana, "looking");
  attend(ben, "looking");
  attend(ben, "writing");
  expect(await atC1()).toEqual(["Ben writes"]);
  expect(await atC1(ben.id)).toEqual(["Ana looks"]);
  expect(changes).toEqual(["c1", "c1", "c1"]);
});

test("several pages of one colleague are one colleague", async () => {
  attend(ben, "noting", "one");
  attend(ben, "looking", "two");
  expect(await atC1()).toEqual(["Ben writes"]);
  attend(ben, "gone", "one");
  expect(await atC1()).toEqual(["Ben looks"]);
  attend(ben, "gone", "two");
  expect(await atC1()).toEqual([]);
});

test("who says nothing more has stopped writing, and later has left", async () => {
  attend(ben, "writing");
  visitorWrites();
  await vi.advanceTimersByTimeAsync(writingLastsMs + 1_000);
  expect(await atC1()).toEqual(["Ben looks"]);
  await vi.advanceTimersByTimeAsync(lookingLastsMs + 1_000);
  expect(await atC1()).toEqual([]);
});

test("what is said again changes nothing that has to be told", () => {
  for (let said = 0; said < 5; said += 1) {
    attend(ben, "writing");
    visitorWrites();
  }
  expect(changes).toHaveLength(2);
});

test("each word that the visitor came, left or went on is told, and ends what they were writing", async () => {
  visitorWrites();
  live.attend({ conversationId: "c1", who: "visitor", doing: "looking" });
  expect(await atC1()).toEqual([]);
  live.attend({ conversationId: "c1", who: "visitor", doing: "looking" });
  expect(changes).toHaveLength(3);
});

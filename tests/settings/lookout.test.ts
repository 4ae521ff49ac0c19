import { afterEach, beforeEach, expect, test } from "vitest";
import { createLookout, freshMs, usableMs } from "../../src/settings/lookout.ts";
import { type Sightings, seenAnywhere, type TeamPresence } from "../../src/settings/team-presence.ts";
import { type Desk, openDesk } from "../support/desk.ts";

let desk: Desk;
let looks: ((presence: TeamPresence) => void)[];
let sightings: Sightings;
beforeEach(async () => {
  desk = await openDesk();
  looks = [];
  sightings = desk.storage.sightings;
});
afterEach(() => desk.close());

const node = (look = () => new Promise<TeamPresence>((resolve) => looks.push(resolve))) =>
  createLookout({ place: "a place", look, sightings, now: desk.now });

/** What is asked for is on its way: as many looks as are expected have begun. */
async function begun(count: number): Promise<void> {
  while (looks.length < count) await new Promise((resolve) => setImmediate(resolve));
}

test("nobody looks until somebody asks, and then once for all who ask", async () => {
  const sees = node();
  expect(looks).toHaveLength(0);
  const asked = [sees(), sees(), sees()];
  await begun(1);
  looks[0]?.("here");
  expect(await Promise.all(asked)).toEqual(["here", "here", "here"]);
  desk.clock.at += freshMs - 1;
  expect(await sees()).toBe("here");
  expect(looks).toHaveLength(1);
});

test("that somebody was there is said at once, while it is looked again", async () => {
  const sees = node();
  const asked = sees();
  await begun(1);
  looks[0]?.("here");
  await asked;
  desk.clock.at += freshMs;
  expect(await sees()).toBe("here");
  await begun(2);
  looks[1]?.("nobody");
  await expect.poll(sees).toBe("nobody");
});

test("that nobody was there is looked at anew before it is said again", async () => {
  await sightings.save("a place", { presence: "nobody", at: desk.now() });
  desk.clock.at += freshMs;
  const asked = node()();
  await begun(1);
  looks[0]?.("here");
  expect(await asked).toBe("here");
});

test("what was seen last stands while the place does not answer, or while another node looks", async () => {
  await sightings.save("a place", { presence: "nobody", at: desk.now() });
  desk.clock.at += freshMs;
  expect(await node()()).toBe("nobody");
  expect(await node()()).toBe("nobody");
  expect(looks).toHaveLength(1);
});

test("nobody waits long for a place that does not answer, and nothing is known of it", async () => {
  const sees = node();
  expect(await sees()).toBe("unknown");
});

test("what was seen too long ago counts for nothing", async () => {
  await sightings.save("a place", { presence: "nobody", at: desk.now() });
  desk.clock.at += usableMs;
  const asked = node()();
  await begun(1);
  looks[0]?.("unknown");
  expect(await asked).toBe("unknown");
});

test("one node looks, and the others read what it saw", async () => {
  const [one, other] = [node(), node()];
  const first = one();
  await begun(1);
  expect(await other()).toBe("unknown");
  looks[0]?.("nobody");
  await first;
  expect(await other()).toBe("nobody");
  expect(looks).toHaveLength(1);
});

test("whoever is seen in one place is there; where nothing is known, nobody is missed", async () => {
  const places = (...seen: TeamPresence[]) => seenAnywhere(seen.map((one) => async () => one));
  expect(await places("nobody", "here")).toBe("here");
  expect(await places("nobody", "unknown")).toBe("nobody");
  expect(await places("unknown")).toBe("unknown");
  expect(await places()).toBe("unknown");
});

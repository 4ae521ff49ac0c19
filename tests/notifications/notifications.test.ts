import { afterEach, describe, expect, test } from "vitest";
import { NotCarried } from "../../src/notifications/carrier.ts";
import { openTeam } from "./support.ts";

let team: Awaited<ReturnType<typeof openTeam>>;
afterEach(() => team.close());

const byEmail = { emailNotifications: true, emailRecipients: ["ana@example.com", "ben@example.com"] };
const bySms = { smsNotifications: true, smsRecipients: ["+14155550123"] };
const minute = 60_000;

describe("when somebody waits", () => {
  test("everybody who is named for it is told, in each way that is on, at once", async () => {
    team = await openTeam({ ...byEmail, ...bySms });
    await team.handsOff("v1");
    expect(team.told.map(({ way, to }) => `${way} ${to}`).sort()).toEqual([
      "email ana@example.com",
      "email ben@example.com",
      "sms +14155550123",
    ]);
    expect(team.told.every(({ at }) => at === team.desk.clock.at)).toBe(true);
  });

  test("nobody is told in a way that is off", async () => {
    team = await openTeam({ ...byEmail, ...bySms, smsNotifications: false });
    await team.handsOff("v1");
    expect(team.told.map(({ way }) => way)).toEqual(["email", "email"]);
  });

  test("ten within a minute make two messages, and the last is told of within that minute", async () => {
    team = await openTeam({ ...byEmail, emailRecipients: ["ana@example.com"] });
    for (let count = 1; count <= 10; count += 1) {
      await team.handsOff(`v${count}`);
      await team.passes(5_000);
    }
    await team.passes(10_000);
    expect(team.told.map(({ visitors }) => visitors.length)).toEqual([1, 9]);
    const [first, second] = team.told;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThanOrEqual(minute + 5_000);
  });

  test("who keeps coming does not put off when the group is told", async () => {
    team = await openTeam({ ...byEmail, emailRecipients: ["ana@example.com"] });
    for (let count = 1; count <= 40; count += 1) {
      await team.handsOff(`v${count}`);
      await team.passes(5_000);
    }
    const gaps = team.told.slice(1).map(({ at }, index) => at - (team.told[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(minute + 5_000);
    expect(team.told.length).toBeLessThanOrEqual(5);
  });

  test("who was answered before it was sent is not told of", async () => {
    team = await openTeam({ ...byEmail, emailRecipients: ["ana@example.com"] });
    await team.handsOff("v1");
    const second = await team.handsOff("v2");
    await team.handsOff("v3");
    await team.answers(second);
    await team.passes(minute);
    expect(team.told.map(({ visitors }) => visitors)).toEqual([["v1"], ["v3"]]);
  });

  test("at night nobody is told; in the morning they are told of who still waits", async () => {
    const night = {
      quietHours: { from: "00:00", to: "07:00" },
      hours: { timeZone: "UTC", week: [], holidays: [] },
    };
    team = await openTeam({ ...byEmail, ...night, emailRecipients: ["ana@example.com"] });
    team.desk.clock.at = Date.UTC(2027, 0, 15, 3);
    await team.handsOff("v1");
    await team.passes(3 * 60 * minute);
    expect(team.told).toEqual([]);
    await team.passes(60 * minute);
    expect(team.told).toMatchObject([{ visitors: ["v1"], at: Date.UTC(2027, 0, 15, 7) }]);
  });

  test("who has quiet hours of their own is told by those, and by email and by SMS at different times", async () => {
    team = await openTeam({
      ...byEmail,
      ...bySms,
      quietHours: { from: "00:00", to: "07:00" },
      personalQuietHours: [
        { recipient: "ben@example.com", from: "", to: "" },
        { recipient: "+14155550123", from: "22:00", to: "09:00" },
      ],
    });
    team.desk.clock.at = Date.UTC(2027, 0, 15, 3);
    await team.handsOff("v1");
    await team.passes(0);
    await team.passes(4 * 60 * minute);
    await team.passes(2 * 60 * minute);
    expect(team.told.map(({ to, at }) => [to, new Date(at).getUTCHours()])).toEqual([
      ["ben@example.com", 3],
      ["ana@example.com", 7],
      ["+14155550123", 9],
    ]);
  });

  test("no more SMS are sent than a day may have", async () => {
    team = await openTeam({ ...bySms, smsPerDay: 2 });
    for (let count = 1; count <= 4; count += 1) {
      await team.handsOff(`v${count}`);
      await team.passes(2 * minute);
    }
    expect(team.told).toHaveLength(2);
    expect(await team.notices.last("sms", "+14155550123")).toMatchObject({ state: "dropped" });
    await team.passes(24 * 60 * minute);
    await team.handsOff("v5");
    expect(team.told).toHaveLength(3);
  });
});

describe("when a message is not taken", () => {
  const one = { ...byEmail, emailRecipients: ["ana@example.com"] };

  test("it is tried again, later each time, until it is", async () => {
    team = await openTeam(one);
    const passing = () => new NotCarried("Postmark is busy.", { isPassing: true });
    team.failures.push(passing(), passing());
    await team.handsOff("v1");
    await team.passes(4_999);
    expect(team.told).toEqual([]);
    await team.passes(1);
    await team.passes(9_999);
    expect(team.told).toEqual([]);
    await team.passes(1);
    expect(team.told).toMatchObject([{ visitors: ["v1"] }]);
  });

  test("what comes meanwhile goes with it", async () => {
    team = await openTeam(one);
    team.failures.push(new NotCarried("Postmark is busy.", { isPassing: true }));
    await team.handsOff("v1");
    await team.handsOff("v2");
    await team.passes(minute);
    expect(team.told.flatMap(({ visitors }) => visitors).sort()).toEqual(["v1", "v2"]);
  });

  test("an address that is dead is never tried again, and the admin sees why", async () => {
    team = await openTeam(one);
    team.failures.push(new NotCarried("ana@example.com bounced.", { unreachable: "bounced" }));
    await team.handsOff("v1");
    await team.passes(24 * 60 * minute);
    await team.handsOff("v2");
    await team.passes(24 * 60 * minute);
    expect(team.told).toEqual([]);
    const { unreachable, last } = await team.notifications.state();
    expect(unreachable).toMatchObject([{ recipient: "ana@example.com", reason: "bounced" }]);
    expect(last).toMatchObject([{ state: "failed", error: "ana@example.com bounced." }]);
  });

  test("a test message that arrives makes the address good again", async () => {
    team = await openTeam(one);
    team.failures.push(new NotCarried("It bounced.", { unreachable: "bounced" }));
    await team.handsOff("v1");
    await team.notifications.test("email", "ana@example.com", "Ana");
    await team.passes(minute);
    await team.handsOff("v2");
    expect(team.told).toMatchObject([{ visitors: ["v2"] }]);
  });

  test("what only an admin can change is not tried again for this handoff", async () => {
    team = await openTeam(one);
    team.failures.push(new NotCarried("Postmark does not accept the server token."));
    await team.handsOff("v1");
    await team.passes(24 * 60 * minute);
    expect(team.told).toEqual([]);
    expect((await team.notifications.state()).unreachable).toEqual([]);
  });
});

describe("when nobody can be reached in a way", () => {
  const down = () => new NotCarried("Postmark does not answer. It is tried again.", { isPassing: true });
  const failed = async (visitor: Awaited<ReturnType<typeof team.handsOff>>) =>
    (await visitor.events()).filter(({ type }) => type === "conversation.callFailed");

  test("the conversation knows within a minute, once, while it goes on being tried", async () => {
    team = await openTeam(byEmail, ["email"]);
    team.failures.push(...Array.from({ length: 10 }, down));
    const visitor = await team.handsOff("v1");
    for (let second = 0; second < 60; second += 5) {
      expect(team.told).toEqual([]);
      await team.passes(5_000);
    }
    expect(await failed(visitor)).toMatchObject([
      { way: "email", problem: "Postmark does not answer. It is tried again." },
    ]);
    await team.passes(5 * minute);
    await team.passes(5 * minute);
    expect(team.told.length).toBeGreaterThan(0);
    expect(await failed(visitor)).toHaveLength(1);
  });

  test("nothing failed while one of them was told, or may still be", async () => {
    team = await openTeam({ ...byEmail, emailRecipients: ["gone@example.com", "ben@example.com"] }, [
      "email",
    ]);
    team.failures.push(new NotCarried("gone@example.com bounced before.", { unreachable: "bounced" }));
    const visitor = await team.handsOff("v1");
    expect(team.told.map(({ to }) => to)).toHaveLength(1);
    expect(await failed(visitor)).toEqual([]);
  });

  test("who is given up for good counts at once, where there is nobody else", async () => {
    team = await openTeam({ ...byEmail, emailRecipients: ["gone@example.com"] }, ["email"]);
    team.failures.push(new NotCarried("gone@example.com bounced before.", { unreachable: "bounced" }));
    expect(await failed(await team.handsOff("v1"))).toHaveLength(1);
  });

  test("who was answered meanwhile waits for nobody", async () => {
    team = await openTeam({ ...byEmail, emailRecipients: ["ana@example.com"] }, ["email"]);
    team.failures.push(...Array.from({ length: 12 }, down));
    const visitor = await team.handsOff("v1");
    await team.answers(visitor);
    for (let second = 0; second < 120; second += 5) await team.passes(5_000);
    expect(await failed(visitor)).toEqual([]);
  });
});

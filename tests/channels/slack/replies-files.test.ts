import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { download } from "../../../src/channels/slack/replies/download.ts";
import { createSlackFiles } from "../../../src/channels/slack/replies/slack-files.ts";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually } from "./support.ts";

describe("a file in a reply", () => {
  let desk: HandedOff;
  beforeEach(async () => {
    desk = await startHandedOff();
  });
  afterEach(() => desk.stop());

  const label = { name: "label.pdf", content: "%PDF-1.7 label", mimetype: "application/pdf" };

  async function reply(words: string, files = [label]) {
    const { ts, event } = await desk.ana.reply(desk.thread(), words, { files });
    await desk.workspace.idle();
    return { channel: desk.channel, ts, event };
  }

  const filesSaid = async () => (await desk.said()).flatMap(({ files = [] }) => files);
  const shared = (over: object) => ({
    ...{ id: "F1", name: "plan.txt", mimetype: "text/plain", size: 4, mode: "hosted", ...over },
  });
  async function share(file: object, words = "") {
    const thread_ts = desk.threads()[0]?.ts;
    const ts = String(Date.now() / 1_000);
    const user = desk.ana.userId;
    const event = {
      type: "message",
      subtype: "file_share",
      user,
      ts,
      thread_ts,
      text: words,
      channel: desk.channel,
    };
    desk.workspace.emit({ ...event, files: [file] }, "support");
    await desk.workspace.idle();
  }

  test("goes with its words, and its bytes are fetched from Slack", async () => {
    await reply("See the label");
    const [message] = await desk.said();
    expect(message).toMatchObject({
      text: "See the label",
      files: [{ name: "label.pdf", mime: "application/pdf", size: 14 }],
    });
    const open = await desk.files.open(message?.files?.[0]?.id ?? "");
    expect(open && (await text(open.read()))).toBe("%PDF-1.7 label");
  });

  test("can be all of a message", async () => {
    await reply("");
    expect(await desk.said()).toMatchObject([{ text: "", files: [{ name: "label.pdf" }] }]);
  });

  test("can be a note", async () => {
    await reply("note: her contract");
    expect(await desk.said()).toMatchObject([
      { text: "her contract", note: true, files: [{ name: "label.pdf" }] },
    ]);
  });

  test("is one file, however often its message is delivered", async () => {
    const { event } = await reply("See the label");
    desk.workspace.redeliver(event, { newEventId: true });
    await desk.workspace.idle();
    expect(await filesSaid()).toHaveLength(1);
  });

  test.each([
    [{ mode: "tombstone" }, "was deleted in Slack"],
    [{ mode: "hidden_by_limit" }, "limit for files"],
    [{ mode: "external", url_private_download: undefined }, "lies with another service"],
    [{ id: "FUNKNOWN", file_access: "check_file_info" }, "did not let the app see"],
    [{}, "cannot be downloaded"],
  ])("that cannot be had is the agent's to know: %o", async (over, words) => {
    await share(shared(over), "Here");
    expect(await desk.said()).toMatchObject([{ text: "Here" }]);
    expect(await filesSaid()).toEqual([]);
    const told = await eventually(() => desk.told()[0]);
    expect(told).toContain("“plan.txt”");
    expect(told).toContain(words);
  });

  test("that cannot be had mentions nobody by its name", async () => {
    await share(shared({ mode: "tombstone", name: "<!channel> & co.txt" }), "Here");
    const told = await eventually(() => desk.told()[0]);
    expect(told).toContain("“&lt;!channel&gt; &amp; co.txt”");
  });

  test("that is all of a message and cannot be had sends nothing", async () => {
    await share(shared({ mode: "tombstone" }));
    expect(await desk.said()).toEqual([]);
    await eventually(() => desk.told()[0]);
  });

  test("that Slack tells of only when asked is asked for", async () => {
    const { event } = await desk.ana.post("support", "Elsewhere", { files: [label] });
    const [{ id }] = event.event.files as [{ id: string }];
    await share({ id, file_access: "check_file_info" }, "Here");
    expect(await filesSaid()).toMatchObject([{ name: "label.pdf", size: 14 }]);
  });

  test("that turns out to be Slack's sign-in page is the agent's to know", async () => {
    const url = `${desk.workspace.url}/files-pri/T1-FGONE/download/plan.txt`;
    await share(shared({ url_private_download: url }), "Here");
    await eventually(() => desk.told().some((told) => told.includes("could not be fetched from Slack")));
  });

  test("may be a web page, but not Slack's sign-in page in its place", async () => {
    await reply("", [{ name: "page.html", content: "<h1>Ours</h1>", mimetype: "text/html" }]);
    const [file] = await filesSaid();
    const open = await desk.files.open(file?.id ?? "");
    expect(open && (await text(open.read()))).toBe("<h1>Ours</h1>");
    await share(
      shared({
        mimetype: "text/html",
        url_private_download: `${desk.workspace.url}/files-pri/T1-FGONE/download/x`,
      }),
    );
    await eventually(() => desk.told().some((told) => told.includes("could not be fetched from Slack")));
  });

  test("is taken off its message when it is deleted in Slack", async () => {
    await reply("See the label");
    const [message] = await desk.said();
    expect(message?.files).toHaveLength(1);
    const files = desk.thread().replies.flatMap(({ files = [] }) => files);
    desk.workspace.emit({ type: "file_deleted", file_id: files[0]?.id, event_ts: "1.1" });
    await desk.workspace.idle();
    expect(await filesSaid()).toEqual([]);
    expect(await desk.seen()).toEqual(["See the label"]);
  });

  test("takes its message along when it was all of it", async () => {
    await reply("");
    const files = desk.thread().replies.flatMap(({ files = [] }) => files);
    desk.workspace.emit({ type: "file_deleted", file_id: files[0]?.id, event_ts: "1.1" });
    desk.workspace.emit({ type: "file_deleted", file_id: "FSTRANGE", event_ts: "1.2" });
    await desk.workspace.idle();
    expect(await desk.said()).toEqual([]);
  });
});

test("the sign-in page that Slack shows a wrong token is never taken for the file", async () => {
  const page = () =>
    new Response("<!DOCTYPE html>Sign in", { headers: { "content-type": "text/html; charset=utf-8" } });
  const workspace = {
    api: { token: "xoxb-1", file: async () => ({ url_private_download: "https://files.slack.com/f" }) },
    calls: { make: <T>(call: () => Promise<T>) => call() },
  };
  const files = createSlackFiles({
    workspaces: { byTeam: async () => workspace } as never,
    fetch: async () => page(),
  });
  await expect(files.fetch("T1/F1", new AbortController().signal)).rejects.toThrow("files:read");
});

describe("a download", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function serve(
    answer: (path: string) => { status?: number; headers?: Record<string, string>; body?: string },
  ) {
    const asked: { path: string; token: string | undefined }[] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      asked.push({ path, token: request.headers.authorization });
      const { status = 200, headers = {}, body = "" } = answer(path);
      response.writeHead(status, headers).end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  const get = (url: string, trusted: string, hosts: Record<string, string> = {}) =>
    download({
      ...{
        url,
        token: "xoxb-1",
        isTrusted: ({ host }) => host === trusted,
        signal: AbortSignal.timeout(5_000),
      },
      // Stands in for a name server and a certificate.
      fetch: (input, init) => {
        const to = new URL(String(input));
        const real = hosts[to.host];
        return fetch(real ? `http://${real}${to.pathname}` : to, init);
      },
    });

  test("shows the token to Slack alone, wherever Slack sends it", async () => {
    const elsewhere = await serve(() => ({ body: "bytes" }));
    const slack = await serve((path) =>
      path === "/one"
        ? { status: 302, headers: { location: "/two" } }
        : { status: 302, headers: { location: "https://cdn.example.com/three" } },
    );
    const { body } = await get(`http://${slack.host}/one`, slack.host, { "cdn.example.com": elsewhere.host });
    expect(await text(body)).toBe("bytes");
    expect(slack.asked).toEqual([
      { path: "/one", token: "Bearer xoxb-1" },
      { path: "/two", token: "Bearer xoxb-1" },
    ]);
    expect(elsewhere.asked).toEqual([{ path: "/three", token: undefined }]);
  });

  test("does not begin anywhere but at Slack", async () => {
    const elsewhere = await serve(() => ({ body: "bytes" }));
    await expect(get(`http://${elsewhere.host}/`, "files.slack.com")).rejects.toThrow("not at Slack");
    expect(elsewhere.asked).toEqual([]);
  });

  test("is not sent on to what is not encrypted, or round in circles", async () => {
    const slack = await serve((path) => ({
      status: 302,
      headers: { location: path === "/plain" ? "http://example.com/" : "/again" },
    }));
    await expect(get(`http://${slack.host}/plain`, slack.host)).rejects.toThrow("not encrypted");
    await expect(get(`http://${slack.host}/again`, slack.host)).rejects.toThrow("without an end");
  });
});

import { startPostmark } from "../mail/support/postmark.ts";
import { startRunning } from "../support/running.ts";
import { median } from "./statistics.ts";
import { absolute, type Row } from "./table.ts";

const handoffs = 30;

/** From the frame in which a visitor asks for a person to the request at the mail provider, and such a request alone. */
export async function notified(): Promise<Row[]> {
  const postmark = await startPostmark();
  const running = await startRunning({
    withoutSlack: true,
    environment: {
      POSTMARK_SERVER_TOKEN: "t",
      POSTMARK_FROM: "support@example.com",
      POSTMARK_API_URL: postmark.apiUrl,
    },
  });
  const [times, bare]: [number[], number[]] = [[], []];
  try {
    for (let count = 1; count <= handoffs; count += 1) {
      // Somebody new each time, because who was told a moment ago is told of the next ones together.
      const to = `agent-${count}@example.com`;
      await running.app.settings.change({ emailNotifications: true, emailRecipients: [to] }, "Bench");
      const visitor = await running.visitor();
      const begun = performance.now();
      await visitor.asksForPerson();
      while (postmark.taken.length < count) await new Promise((resolve) => setImmediate(resolve));
      times.push(performance.now() - begun);

      const asked = performance.now();
      await fetch(`${postmark.apiUrl}server`, { method: "POST", body: "{}" });
      bare.push(performance.now() - asked);
      postmark.taken.length = count;
    }
  } finally {
    await running.stop();
    await postmark.stop();
  }
  return [
    absolute({
      what: "handoff to the mail provider's request, p50 (reference: a bare request)",
      ...{ ours: median(times), reference: median(bare), unit: "ms", bound: { atMost: 5_000 } },
    }),
  ];
}

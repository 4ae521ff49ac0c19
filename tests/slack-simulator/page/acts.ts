import { z } from "zod";
import type { SimulatedPerson } from "../person.ts";
import type { Slack } from "../slack.ts";

const as = z.string();
const at = { as, channel: z.string(), ts: z.string() };
const files = z.array(z.object({ name: z.string(), mimetype: z.string(), base64: z.string() })).optional();

export const actShape = z.discriminatedUnion("act", [
  z.object({ act: z.literal("post"), as, channel: z.string(), text: z.string(), files }),
  z.object({
    act: z.literal("reply"),
    ...at,
    text: z.string(),
    files,
    alsoSendToChannel: z.boolean().optional(),
  }),
  z.object({ act: z.literal("edit"), ...at, text: z.string() }),
  z.object({ act: z.literal("delete"), ...at }),
  z.object({ act: z.literal("react"), ...at, emoji: z.string() }),
  z.object({ act: z.literal("click"), ...at, name: z.string(), value: z.unknown().optional() }),
  z.object({ act: z.literal("shortcut"), ...at, callbackId: z.string() }),
  z.object({ act: z.literal("dismiss"), ...at }),
  z.object({ act: z.literal("command"), as, channel: z.string(), command: z.string(), text: z.string() }),
  z.object({ act: z.literal("submit"), as, values: z.record(z.string(), z.unknown()) }),
  z.object({ act: z.literal("close"), as, all: z.boolean() }),
  z.object({ act: z.literal("clickInView"), as, name: z.string(), value: z.unknown().optional() }),
  z.object({ act: z.literal("openHome"), as }),
  z.object({ act: z.literal("setPresence"), as, presence: z.enum(["active", "away"]) }),
]);

/** Does on behalf of a person what they did on the page. */
export async function act(
  slack: Slack,
  person: SimulatedPerson,
  wanted: z.infer<typeof actShape>,
): Promise<unknown> {
  switch (wanted.act) {
    case "post":
      return person.post(wanted.channel, wanted.text, attached(wanted.files));
    case "reply":
      return person.reply(wanted, wanted.text, {
        ...attached(wanted.files),
        alsoSendToChannel: wanted.alsoSendToChannel ?? false,
      });
    case "edit":
      return person.edit(wanted, wanted.text);
    case "delete":
      return person.delete(wanted);
    case "react":
      return (await person.unreact(wanted, wanted.emoji)) ?? person.react(wanted, wanted.emoji);
    case "click":
      return person.click(wanted, wanted.name, wanted.value);
    case "shortcut":
      return person.shortcut(wanted.callbackId, wanted);
    case "dismiss": {
      const place = slack.workspace.ephemerals.findIndex(
        ({ to, message }) => to === person.userId && message.ts === wanted.ts,
      );
      if (place >= 0) slack.workspace.ephemerals.splice(place, 1);
      return slack.changed();
    }
    case "command":
      return person.command(wanted.command, wanted.text, wanted.channel);
    case "submit":
      return person.submit(wanted.values);
    case "close":
      return person.close(wanted.all);
    case "clickInView":
      return person.clickInView(wanted.name, wanted.value);
    case "openHome":
      return person.openHome();
    case "setPresence":
      return person.setPresence(wanted.presence);
  }
}

function attached(given: z.infer<typeof files>) {
  return given?.length
    ? {
        files: given.map(({ name, mimetype, base64 }) => ({
          name,
          mimetype,
          content: Buffer.from(base64, "base64"),
        })),
      }
    : {};
}

import type { Settings } from "../../../settings/schema.ts";
import { escaped } from "../text/escape.ts";
import { called } from "./called.ts";
import type { AdminTools } from "./ports.ts";

const switches = { email: "emailNotifications", sms: "smsNotifications" } as const;

/** Says in mrkdwn which notifications are switched on although nothing can send them: nobody would be told. */
export function cannotSend(settings: Settings, integrations: AdminTools["integrations"]): string[] {
  const found = integrations();
  return (["email", "sms"] as const).flatMap((way) => {
    const isOff = found[way]?.state === "off";
    const detail = found[way]?.detail ?? "";
    return settings[switches[way]] && isOff
      ? [`:warning: ${called(way)} is switched on, but nothing can send it. ${escaped(detail)}`]
      : [];
  });
}

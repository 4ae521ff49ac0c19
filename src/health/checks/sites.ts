import type { Sites } from "../../settings/sites.ts";
import { type Look, ok, warn } from "../check.ts";

/** Whether only one's own websites may show the widget. */
export const lookAtSites = ({ sites }: { sites: Pick<Sites, "list"> }): Look => ({
  name: "Websites",
  async look() {
    const all = await sites.list();
    const open = all.filter(({ origins }) => origins.length === 0).map(({ name }) => `“${name}”`);
    if (open.length > 0)
      return warn(
        `Every website may show the widget of ${open.join(", ")}. Name your own under Allowed origins in the settings.`,
      );
    return ok(`${all.length} ${all.length === 1 ? "site" : "sites"}, each for its own websites only.`);
  },
});

import { Field, Switch } from "../elements/form.tsx";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { Lines } from "./lines-field.tsx";
import { Rows } from "./rows-field.tsx";

export const SlackGroup = ({ draft: { settings, set, errors } }: { draft: Draft }) => (
  <Group id="slack" title="Slack">
    <Field
      label="Slack channel"
      value={settings.slackChannel}
      change={set("slackChannel")}
      errors={errors("slackChannel")}
      hint="Where conversations appear: #name, or the channel's id. Empty: the one the server was started with."
    />
    <Rows
      label="Routes"
      rows={settings.routes}
      change={set("routes")}
      errors={errors("routes")}
      columns={[
        { name: "words", label: "Words", placeholder: "refund" },
        { name: "channel", label: "Goes to", placeholder: "#billing" },
      ]}
      one="route"
      hint="Conversations in which these words occur go to another channel. The first that fits wins."
    />
    <Field
      label="Undo seconds"
      type="number"
      value={String(settings.holdSeconds)}
      change={(typed) => set("holdSeconds")(Number(typed))}
      errors={errors("holdSeconds")}
      hint="How long a reply in Slack can be taken back before the visitor gets it, at most 120. 0: it is sent at once."
    />
    <Switch
      label="Guests may reply"
      on={settings.guestsMayReply}
      change={set("guestsMayReply")}
      hint="Off: what Slack's guests and people of other companies write in a thread stays with the team."
    />
    <Switch
      label="Let everybody of the workspace in"
      on={settings.slackTeamJoins}
      change={set("slackTeamJoins")}
      hint="On: who signs in with Slack from a connected workspace becomes an agent for all sites, without an invitation. Guests and bots never do. An open invitation decides what they may."
    />
    {(settings.slackTeamJoins || settings.notLetIn.length > 0) && (
      <Lines
        label="Not let in"
        values={settings.notLetIn}
        change={set("notLetIn")}
        errors={errors("notLetIn")}
        byComma
        hint="Addresses, one a line or by comma, that need an invitation all the same. Whoever is taken out of the team is added here."
      />
    )}
    <Lines
      label="Slack admins"
      values={settings.slackAdmins}
      change={set("slackAdmins")}
      errors={errors("slackAdmins")}
      byComma
      hint="Slack member ids such as U012AB3CD, one a line or by comma. They get a direct message when nothing reaches Slack any more, and may change settings with /handoff, as workspace admins and owners may anyway."
    />
  </Group>
);

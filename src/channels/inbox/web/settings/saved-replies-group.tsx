import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { Rows } from "./rows-field.tsx";

export const SavedRepliesGroup = ({ draft: { settings, set, errors } }: { draft: Draft }) => (
  <Group id="saved-replies" title="Saved replies">
    <Rows
      label="Answers for questions that come often"
      rows={settings.savedReplies}
      change={set("savedReplies")}
      errors={errors("savedReplies")}
      columns={[
        { name: "name", label: "Name", placeholder: "Refund" },
        { name: "text", label: "Text", placeholder: "We pay it back within three days.", isLong: true },
      ]}
      one="reply"
      hint="Agents pick them by name: with / in the inbox, or from a message's menu in Slack."
    />
  </Group>
);

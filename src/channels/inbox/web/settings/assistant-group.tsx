import { Field } from "../elements/form.tsx";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";

export const AssistantGroup = ({ draft: { settings, set, errors } }: { draft: Draft }) => (
  <Group id="assistant" title="Assistant">
    <Field
      label="Assistant instructions"
      rows={8}
      value={settings.assistantInstructions}
      change={set("assistantInstructions")}
      errors={errors("assistantInstructions")}
      hint="What it should know and how it should speak. Visitors may get it to tell them anything that stands here."
    />
  </Group>
);

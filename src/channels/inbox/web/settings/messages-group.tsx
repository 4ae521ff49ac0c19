import { Field } from "../elements/form.tsx";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { LanguagesField } from "./languages-field.tsx";

export const MessagesGroup = ({ draft: { settings, set, errors } }: { draft: Draft }) => (
  <Group id="messages" title="Messages">
    <Field
      label="Greeting"
      rows={2}
      value={settings.greeting}
      change={set("greeting")}
      errors={errors("greeting")}
      hint="The first words a visitor reads. Left empty, they promise only what is connected."
    />
    <Field
      label="Away message"
      rows={2}
      value={settings.awayMessage}
      change={set("awayMessage")}
      errors={errors("awayMessage")}
      hint="What visitors read at a handoff while the team is away or closed. Left empty, they are told when somebody is back."
    />
    <LanguagesField
      value={settings.messagesInLanguages}
      change={set("messagesInLanguages")}
      errors={errors("messagesInLanguages")}
    />
  </Group>
);

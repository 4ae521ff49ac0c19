import { ratingChoices } from "../../../../settings/rating-choices.ts";
import { Field, Select } from "../elements/form.tsx";
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
    <Select
      label="Ask for a rating"
      value={settings.askForRating}
      change={(value) =>
        set("askForRating")(ratingChoices.find((choice) => choice.value === value)?.value ?? "never")
      }
      errors={errors("askForRating")}
      options={ratingChoices}
      hint="Visitors are asked once whether the chat was good or not, and may say why. They can skip it, or simply write on."
    />
    {settings.askForRating !== "never" && (
      <Field
        label="Rating question"
        rows={2}
        value={settings.ratingQuestion}
        change={set("ratingQuestion")}
        errors={errors("ratingQuestion")}
        hint="Left empty, visitors are asked “How was this chat for you?” in their language."
      />
    )}
    <LanguagesField
      value={settings.messagesInLanguages}
      change={set("messagesInLanguages")}
      errors={errors("messagesInLanguages")}
    />
  </Group>
);

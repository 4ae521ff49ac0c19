import { languageChoices, languageName } from "../../../../settings/languages.ts";
import { Select, Switch } from "../elements/form.tsx";
import { isAdmin } from "../sign-in/session.ts";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { Lines } from "./lines-field.tsx";
import { TriggerTrial } from "./trigger-trial.tsx";

export const HandoffGroup = ({ draft: { settings, set, errors } }: { draft: Draft }) => (
  <Group id="handoff" title="Handing over to people">
    <Switch
      label="Live handoff"
      on={settings.liveHandoff}
      change={set("liveHandoff")}
      hint="Off: nobody is handed to people, and visitors are told so."
    />
    <Lines
      label="Trigger phrases"
      values={settings.triggerPhrases}
      change={set("triggerPhrases")}
      errors={errors("triggerPhrases")}
      hint="One a line. Whoever writes one is handed to people at once. Asking for a person is recognised anyway."
    />
    {isAdmin() && <TriggerTrial phrases={settings.triggerPhrases} />}
    <Lines
      label="Handoff rules"
      values={settings.handoffRules}
      change={set("handoffRules")}
      errors={errors("handoffRules")}
      hint="One a line, in your own words, such as: Anything about a refund above 100 €. The assistant's model follows them."
    />
    <Select
      label="Team language"
      value={settings.teamLanguage}
      change={set("teamLanguage")}
      options={withCurrent(settings.teamLanguage)}
      errors={errors("teamLanguage")}
      hint="In which the team reads and writes where a conversation is translated."
    />
  </Group>
);

/** A rarer one that is set stays chosen. */
function withCurrent(language: string) {
  const usual = languageChoices();
  const isUsual = usual.some(({ value }) => value === language);
  return isUsual ? usual : [{ value: language, label: languageName(language) }, ...usual];
}

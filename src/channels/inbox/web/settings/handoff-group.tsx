import { languageChoices, languageName } from "../../../../settings/languages.ts";
import type { SettingsPage as Loaded } from "../../settings/protocol.ts";
import { Select, Switch } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { isAdmin } from "../sign-in/session.ts";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { Lines } from "./lines-field.tsx";
import { TriggerTrial } from "./trigger-trial.tsx";

interface Props {
  draft: Draft;
  loaded: Loaded;
}

export const HandoffGroup = ({ draft: { settings, set, errors }, loaded: { missed } }: Props) => (
  <Group id="handoff" title="Handing over to people">
    <Switch
      label="Live handoff"
      on={settings.liveHandoff}
      change={set("liveHandoff")}
      hint="Off: nobody is handed to people, and visitors are told so. Who asks meanwhile is marked in the inbox. When you switch it on again, people are called for those who asked in the last three days and still wait: the latest 50 at most."
    />
    {missed > 0 && (
      <p class="hint">
        <Link href="/inbox?missed=yes">
          {missed === 1 ? "1 visitor" : `${missed} visitors`} asked for the team while live handoff was off
        </Link>
      </p>
    )}
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

import type { SettingsPage as Loaded, Settings } from "../../settings/protocol.ts";
import { Select, Switch } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { KeepDaysField } from "../privacy/keep-days-field.tsx";
import { recordPath } from "../privacy/record-address.ts";
import { isAdmin } from "../sign-in/session.ts";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";

export const PrivacyGroup = ({ draft, loaded }: { draft: Draft; loaded: Loaded }) => {
  const { settings, set, errors } = draft;
  return (
    <Group
      id="privacy"
      title="Privacy"
      about="What visitors say by mistake stays here, and nothing is kept longer than you want."
    >
      <Switch
        label="Mask cards, keys and passwords"
        on={settings.maskSecrets}
        change={set("maskSecrets")}
        hint={settings.maskSecrets ? whereMasked : whereNot}
      />
      <Select
        label="Who may reveal what is masked"
        value={settings.secretsRevealedBy}
        change={(value) => set("secretsRevealedBy")(value === "everyone" ? "everyone" : "admins")}
        errors={errors("secretsRevealedBy")}
        options={revealers}
      />
      {draft.sites.map((site) => (
        <KeepDaysField
          key={site.key}
          siteKey={site.key}
          siteName={site.name}
          days={site.keepDays}
          saved={loaded.sites.find(({ key }) => key === site.key)?.keepDays ?? 0}
          change={(keepDays) => draft.setSite(site.key, { keepDays })}
          errors={draft.siteErrors(site.key, "keepDays")}
        />
      ))}
      <Switch
        label="Erase in Slack too"
        on={settings.retentionErasesSlack}
        change={set("retentionErasesSlack")}
        hint="When a conversation's time is over, the app's posts and files go from Slack as well."
      />
      {isAdmin() && (
        <p class="hint">
          Who looked, exported and erased, and the receipts: <Link href={recordPath}>Privacy record</Link>
        </p>
      )}
    </Group>
  );
};

const whereMasked =
  "In Slack, mails, SMS, exports and what the assistant's model reads. In the inbox they can be revealed, which is noted. What a file holds is not looked at.";
const whereNot =
  "Off: they go to Slack, mails, SMS, exports and the assistant's model as they were typed, and the whole team reads them here, earlier ones too.";

const revealers: { value: Settings["secretsRevealedBy"]; label: string }[] = [
  { value: "admins", label: "Admins" },
  { value: "everyone", label: "Everybody of the team" },
];

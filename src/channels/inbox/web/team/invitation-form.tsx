import { useState } from "preact/hooks";
import type { MadeLink as Made } from "../../people/protocol.ts";
import type { Site } from "../../settings/protocol.ts";
import { posted } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { MadeLink } from "./made-link.tsx";
import { type Rights, RightsFields } from "./rights-fields.tsx";
import { whatBecame } from "./what-became.ts";

interface Props {
  sites: readonly Pick<Site, "key" | "name">[];
  sendsMail: boolean;
  invited: () => void;
}

export function InvitationForm({ sites, sendsMail, invited }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [rights, setRights] = useState<Rights>({ role: "agent", siteKeys: [] });
  const [made, setMade] = useState<Made & { email: string }>();
  const { submit, busy, problem, fields } = useSubmit(async () => {
    setMade(undefined);
    setMade({ ...(await posted<Made>("/api/team", { name, email, ...rights })), email });
    setName("");
    setEmail("");
    invited();
  });

  return (
    <form class="card" onSubmit={submit}>
      <h2>Invite somebody</h2>
      <Field label="Their name" value={name} change={setName} errors={fields.name} required />
      <Field
        label="Their email"
        type="email"
        value={email}
        change={setEmail}
        errors={fields.email}
        required
      />
      <RightsFields rights={rights} change={setRights} sites={sites} />
      <Problem>{problem}</Problem>
      <button class="primary" type="submit" disabled={busy}>
        {sendsMail ? "Send the invitation" : "Make an invitation link"}
      </button>
      {made && <MadeLink label="Invitation link" words={whatBecame(made, made.email)} link={made.link} />}
    </form>
  );
}

import { useEffect, useState } from "preact/hooks";
import { fetched, inWords, posted } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Loading } from "../elements/loading.tsx";
import { go, tokenInAddress } from "../route.ts";
import { Door } from "./door.tsx";
import { signIn } from "./recognise.ts";

interface Invitation {
  name: string;
  email: string;
}

/** Where somebody invited comes in. */
export function JoinPage() {
  const [invitation, setInvitation] = useState<Invitation>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    const query = new URLSearchParams({ token: tokenInAddress() });
    fetched<Invitation>(`/api/invitation?${query}`).then(setInvitation, (error) =>
      setRefusal(inWords(error)),
    );
  }, []);

  if (refusal)
    return (
      <Door title="This link does not work" text={refusal}>
        <Link href="/inbox">Go to the inbox</Link>
      </Door>
    );
  if (!invitation) return <Loading isAlone />;
  return <Acceptance {...invitation} />;
}

function Acceptance({ name: suggested, email }: Invitation) {
  const [name, setName] = useState(suggested);
  const [password, setPassword] = useState("");
  const { submit, busy, problem, fields } = useSubmit(async () => {
    await posted("/api/join", { token: tokenInAddress(), name, password });
    await signIn(email, password);
    history.replaceState(null, "", "/inbox");
    go("/inbox");
  });

  return (
    <Door title="Join the team" text={`You sign in as ${email}.`}>
      <form onSubmit={submit}>
        <Field label="Name" value={name} change={setName} errors={fields.name} autocomplete="name" required />
        <Field
          label="Password"
          type="password"
          value={password}
          change={setPassword}
          errors={fields.password}
          hint="At least 10 characters."
          autocomplete="new-password"
          required
        />
        <Problem>{problem}</Problem>
        <button class="primary" type="submit" disabled={busy}>
          Join
        </button>
      </form>
    </Door>
  );
}

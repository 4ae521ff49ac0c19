import { useEffect, useState } from "preact/hooks";
import { fetched, inWords, posted } from "../api.ts";
import { useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Loading } from "../elements/loading.tsx";
import { tokenInAddress } from "../route.ts";
import { Door } from "./door.tsx";
import { DoorForm, NameField, NewPasswordField } from "./door-form.tsx";
import { comeIn } from "./recognise.ts";

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
  const sending = useSubmit(async () => {
    await posted("/api/join", { token: tokenInAddress(), name, password });
    await comeIn(email, password);
  });

  return (
    <Door title="Join the team" text={`You sign in as ${email}.`}>
      <DoorForm sending={sending} label="Join">
        <NameField value={name} change={setName} errors={sending.fields.name} />
        <NewPasswordField value={password} change={setPassword} errors={sending.fields.password} />
      </DoorForm>
    </Door>
  );
}

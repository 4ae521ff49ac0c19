import { useState } from "preact/hooks";
import { posted } from "../api.ts";
import { useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { tokenInAddress } from "../route.ts";
import { Door } from "./door.tsx";
import { DoorForm, NewPasswordField } from "./door-form.tsx";

/** Where a link for a new password leads. */
export function ResetPage() {
  const [password, setPassword] = useState("");
  const [isDone, setDone] = useState(false);
  const sending = useSubmit(async () => {
    await posted("/api/password/new", { token: tokenInAddress(), password });
    history.replaceState(null, "", location.pathname);
    setDone(true);
  });

  if (isDone)
    return (
      <Door title="Your password is changed" text="You were signed out everywhere. Sign in with the new one.">
        <Link href="/inbox">Go to sign-in</Link>
      </Door>
    );
  return (
    <Door title="Choose a new password" text="Wherever you are signed in, you will be signed out.">
      <DoorForm sending={sending} label="Change password">
        <NewPasswordField value={password} change={setPassword} errors={sending.fields.password} />
      </DoorForm>
      {sending.problem && <Link href="/inbox/forgot">Ask for a new link</Link>}
    </Door>
  );
}

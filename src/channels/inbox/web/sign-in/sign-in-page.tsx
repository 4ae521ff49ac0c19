import { useState } from "preact/hooks";
import { Field, useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Door } from "./door.tsx";
import { DoorForm, EmailField } from "./door-form.tsx";
import { signIn } from "./recognise.ts";
import { WithSlack } from "./with-slack.tsx";

export function SignInPage() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const sending = useSubmit(() => signIn(email, password));

  return (
    <Door title="Sign in to the inbox">
      <WithSlack />
      <DoorForm sending={sending} label="Sign in">
        <EmailField value={email} change={setEmail} />
        <Field
          label="Password"
          type="password"
          value={password}
          change={setPassword}
          autocomplete="current-password"
          required
        />
      </DoorForm>
      <Link href="/inbox/forgot">Forgot your password?</Link>
    </Door>
  );
}

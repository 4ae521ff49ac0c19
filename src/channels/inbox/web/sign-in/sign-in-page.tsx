import { useState } from "preact/hooks";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Door } from "./door.tsx";
import { signIn } from "./recognise.ts";
import { WithSlack } from "./with-slack.tsx";

export function SignInPage() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { submit, busy, problem } = useSubmit(() => signIn(email, password));

  return (
    <Door title="Sign in to the inbox">
      <WithSlack />
      <form onSubmit={submit}>
        <Field label="Email" type="email" value={email} change={setEmail} autocomplete="username" required />
        <Field
          label="Password"
          type="password"
          value={password}
          change={setPassword}
          autocomplete="current-password"
          required
        />
        <Problem>{problem}</Problem>
        <button class="primary" type="submit" disabled={busy}>
          Sign in
        </button>
      </form>
      <Link href="/inbox/forgot">Forgot your password?</Link>
    </Door>
  );
}

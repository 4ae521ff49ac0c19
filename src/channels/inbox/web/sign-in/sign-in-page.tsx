import { useEffect, useState } from "preact/hooks";
import type { WaysIn, WhyOut } from "../../people/protocol.ts";
import { fetched } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Door } from "./door.tsx";
import { DoorForm, EmailField } from "./door-form.tsx";
import { signIn } from "./recognise.ts";
import { WithSlack } from "./with-slack.tsx";

export function SignInPage() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [ways, setWays] = useState<Partial<WaysIn>>({});
  const sending = useSubmit(() => signIn(email, password));
  useEffect(() => {
    // Without an answer, password and email are still there.
    fetched<WaysIn>("/api/ways-in").then(setWays, () => {});
  }, []);

  return (
    <Door title="Sign in to the inbox">
      <Problem>{ways.whyOut && words[ways.whyOut]}</Problem>
      <WithSlack isOffered={ways.slack ?? false} />
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

const words: Record<WhyOut, string> = {
  ended:
    "You were signed out here: from another device, by an admin, or because your password was changed. Sign in to go on.",
  left: "You are no longer part of this team. Ask an admin for a new invitation.",
};

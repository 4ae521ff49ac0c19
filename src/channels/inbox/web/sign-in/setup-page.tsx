import { useState } from "preact/hooks";
import { posted } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { go, tokenInAddress } from "../route.ts";
import { Door } from "./door.tsx";
import { signIn } from "./recognise.ts";

/** Where the first admin comes in, with the link that the server printed. */
export function SetupPage() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { submit, busy, problem, fields } = useSubmit(async () => {
    await posted("/api/setup", { token: tokenInAddress(), name, email, password });
    await signIn(email, password);
    history.replaceState(null, "", "/inbox");
    go("/inbox");
  });

  return (
    <Door title="Set up Live Handoff" text="You become its first admin. You can invite your team afterwards.">
      <form onSubmit={submit}>
        <Field label="Name" value={name} change={setName} errors={fields.name} autocomplete="name" required />
        <Field
          label="Email"
          type="email"
          value={email}
          change={setEmail}
          errors={fields.email}
          autocomplete="username"
          required
        />
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
          Create admin
        </button>
      </form>
    </Door>
  );
}

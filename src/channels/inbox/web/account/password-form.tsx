import { useState } from "preact/hooks";
import { posted } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { NewPasswordField } from "../sign-in/door-form.tsx";

/** One's own password. Whoever else is signed in with the old one is signed out. */
export function PasswordForm() {
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const [isChanged, setChanged] = useState(false);
  const { submit, busy, problem } = useSubmit(async () => {
    setChanged(false);
    await posted("/api/auth/change-password", { currentPassword, newPassword, revokeOtherSessions: true });
    setCurrent("");
    setNew("");
    setChanged(true);
  });

  return (
    <form class="card" onSubmit={submit}>
      <h2>Your password</h2>
      <Field
        label="Present password"
        type="password"
        value={currentPassword}
        change={setCurrent}
        autocomplete="current-password"
        required
      />
      <NewPasswordField label="New password" value={newPassword} change={setNew} />
      <Problem>{problem}</Problem>
      <p role="status" class="saved">
        {isChanged ? "Changed. Other places where you were signed in are signed out." : ""}
      </p>
      <button type="submit" disabled={busy}>
        Change password
      </button>
    </form>
  );
}

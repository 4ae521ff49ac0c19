import { useState } from "preact/hooks";
import type { Me } from "../../people/protocol.ts";
import { ask } from "../api.ts";
import { Avatar } from "../elements/avatar.tsx";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { session } from "../sign-in/session.ts";

/** How one is called. The picture is made of the initials. */
export function ProfileForm() {
  if (session.value.state !== "in") return null;
  const { member } = session.value;
  return <Profile {...member} />;
}

function Profile({ name: saved, email, avatarUrl }: Me["member"]) {
  const [name, setName] = useState(saved);
  const [isSaved, setSaved] = useState(false);
  const { submit, busy, problem, fields } = useSubmit(async () => {
    setSaved(false);
    const { member } = await ask<Me>("PUT", "/api/me", { name });
    session.value = { state: "in", member };
    setSaved(true);
  });

  return (
    <form class="card" onSubmit={submit}>
      <h2>Who you are</h2>
      <p class="profile">
        <Avatar name={name || email} url={avatarUrl} kind="agent" /> You sign in as {email}.
      </p>
      <Field
        label="Name"
        value={name}
        change={setName}
        errors={fields.name}
        hint="Visitors read it beside your replies."
        autocomplete="name"
        required
      />
      <Problem>{problem}</Problem>
      <p role="status" class="saved">
        {isSaved ? "Saved." : ""}
      </p>
      <button type="submit" disabled={busy}>
        Save
      </button>
    </form>
  );
}

import { useState } from "preact/hooks";
import { posted } from "../api.ts";
import { useSubmit } from "../elements/form.tsx";
import { tokenInAddress } from "../route.ts";
import { Door } from "./door.tsx";
import { DoorForm, EmailField, NameField, NewPasswordField } from "./door-form.tsx";
import { comeIn } from "./recognise.ts";

/** Where the first admin comes in, with the link that the server printed. */
export function SetupPage() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const sending = useSubmit(async () => {
    await posted("/api/setup", { token: tokenInAddress(), name, email, password });
    await comeIn(email, password);
  });

  return (
    <Door title="Set up Live Handoff" text="You become its first admin. You can invite your team afterwards.">
      <DoorForm sending={sending} label="Create admin">
        <NameField value={name} change={setName} errors={sending.fields.name} />
        <EmailField value={email} change={setEmail} errors={sending.fields.email} />
        <NewPasswordField value={password} change={setPassword} errors={sending.fields.password} />
      </DoorForm>
    </Door>
  );
}

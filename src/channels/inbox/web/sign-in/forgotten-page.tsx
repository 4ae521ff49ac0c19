import { useState } from "preact/hooks";
import { posted } from "../api.ts";
import { useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Door } from "./door.tsx";
import { DoorForm, EmailField } from "./door-form.tsx";

/** Where somebody asks for a link with which to choose a new password. */
export function ForgottenPage() {
  const [email, setEmail] = useState("");
  const [isAsked, setAsked] = useState(false);
  const sending = useSubmit(async () => {
    await posted("/api/password/forgotten", { email });
    setAsked(true);
  });
  const back = <Link href="/inbox">Back to sign-in</Link>;

  if (isAsked)
    return (
      <Door
        title="Look into your mailbox"
        text={`If ${email} belongs to somebody of the team, a link for a new password is on its way. It works for an hour. Nothing there? Look among unwanted mail, or ask an admin for a link.`}
      >
        {back}
      </Door>
    );
  return (
    <Door title="Forgot your password?" text="Say who you are, and you get a link to choose a new one.">
      <DoorForm sending={sending} label="Send the link">
        <EmailField value={email} change={setEmail} errors={sending.fields.email} />
      </DoorForm>
      {back}
    </Door>
  );
}

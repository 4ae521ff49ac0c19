import type { ComponentChildren } from "preact";
import { Field, Problem, type useSubmit } from "../elements/form.tsx";

interface Props {
  sending: Pick<ReturnType<typeof useSubmit>, "submit" | "busy" | "problem">;
  /** What its button says. */
  label: string;
  children: ComponentChildren;
}

/** What somebody fills in at the door. */
export const DoorForm = ({ sending: { submit, busy, problem }, label, children }: Props) => (
  <form onSubmit={submit}>
    {children}
    <Problem>{problem}</Problem>
    <button class="primary" type="submit" disabled={busy}>
      {label}
    </button>
  </form>
);

interface FieldProps {
  value: string;
  change: (value: string) => void;
  errors?: string[] | undefined;
}

export const NameField = (props: FieldProps) => (
  <Field label="Name" {...props} autocomplete="name" required />
);

export const EmailField = (props: FieldProps) => (
  <Field label="Email" type="email" {...props} autocomplete="username" required />
);

export const NewPasswordField = (props: FieldProps & { label?: string }) => (
  <Field
    label="Password"
    type="password"
    {...props}
    hint="At least 10 characters."
    autocomplete="new-password"
    required
  />
);

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { inWords, Refused } from "../api.ts";

/** Sends a form once at a time; says what is wrong at the field where it is, or else below the form. */
export function useSubmit(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [fields, setFields] = useState<Record<string, string[]>>({});

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setFields({});
    try {
      await send();
    } catch (error) {
      setProblem(inWords(error));
      setFields(error instanceof Refused ? error.fields : {});
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problem, fields };
}

interface FieldProps {
  label: string;
  value: string;
  change: (value: string) => void;
  type?: "email" | "password" | "number";
  autocomplete?: "off" | "name" | "username" | "current-password" | "new-password";
  hint?: string | undefined;
  errors?: string[] | undefined;
  disabled?: boolean;
  required?: boolean;
  /** Of a number. */
  max?: number;
  /** Where one begins to type when the window it stands in opens. */
  autofocus?: boolean;
  /** More than one line: a text area of this height. */
  rows?: number;
  /** Offered while one types. */
  suggestions?: string[];
  /** Enter in it does not send the form it stands in. */
  standsAlone?: boolean;
}

export function Field(props: FieldProps) {
  const { label, value, change, hint, errors = [], rows, type, suggestions, standsAlone, ...rest } = props;
  const id = useId();
  const input = {
    ...rest,
    ...(standsAlone && { form: "" }),
    id,
    value,
    "aria-invalid": errors.length > 0,
    "aria-describedby": `${id}-hint`,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => change(currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows && <textarea {...input} rows={rows} />}
      {!rows && type === "email" && <input {...input} type="email" />}
      {!rows && type === "password" && <input {...input} type="password" />}
      {!rows && type === "number" && <input {...input} type="number" min={0} />}
      {!rows && !type && <input {...input} type="text" list={suggestions && `${id}-list`} />}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <Hint id={`${id}-hint`} hint={hint} errors={errors} />
    </div>
  );
}

interface HintProps {
  id: string;
  hint: string | undefined;
  errors: string[] | undefined;
}

/** What a field is for, and what is wrong with it; the same thing wrong in several places is said once. */
export const Hint = ({ id, hint, errors }: HintProps) => (
  <div id={id} class="hint">
    {hint && <p>{hint}</p>}
    {[...new Set(errors)].map((error) => (
      <p class="wrong" key={error}>
        {error}
      </p>
    ))}
  </div>
);

interface SelectProps {
  label: string;
  value: string;
  change: (value: string) => void;
  options: { value: string; label: string }[];
  hint?: string | undefined;
  errors?: string[] | undefined;
}

export function Select({ label, value, change, options, hint, errors = [] }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={errors.length > 0}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Hint id={`${id}-hint`} hint={hint} errors={errors} />
    </div>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  change: (on: boolean) => void;
  disabled?: boolean;
  hint?: string | undefined;
}

export function Switch({ label, on, change, disabled = false, hint }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export const Problem = ({ children }: { children: ComponentChildren }) =>
  children ? (
    <p class="problem" role="alert">
      {children}
    </p>
  ) : null;

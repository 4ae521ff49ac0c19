import { FieldGroup } from "../elements/field-group.tsx";

interface Column<Name extends string> {
  name: Name;
  label: string;
  placeholder: string;
  /** More than one line. */
  isLong?: boolean;
}

interface Props<Name extends string> {
  label: string;
  rows: Record<Name, string>[];
  change: (rows: Record<Name, string>[]) => void;
  columns: Column<Name>[];
  /** What one row is called: "route". */
  one: string;
  hint: string;
  errors: string[] | undefined;
}

/** Several things of the same kind, each with a few words; in an order that may matter. */
export function Rows<Name extends string>(props: Props<Name>) {
  const { label, rows, change, columns, one, hint, errors = [] } = props;
  const write = (index: number, name: Name, value: string) =>
    change(rows.map((row, other) => (other === index ? { ...row, [name]: value } : row)));
  const nothing = () => Object.fromEntries(columns.map(({ name }) => [name, ""])) as Record<Name, string>;

  return (
    <FieldGroup
      label={label}
      hint={hint}
      errors={errors}
      below={
        <button type="button" class="add" onClick={() => change([...rows, nothing()])}>
          Add a {one}
        </button>
      }
    >
      {rows.map((row, index) => (
        <div class={`row ${columns.some(({ isLong }) => isLong) ? "row-long" : ""}`} key={index}>
          {columns.map(({ name, label, placeholder, isLong }) => {
            const field = {
              "aria-label": `${label} of ${one} ${index + 1}`,
              "aria-invalid": errors.length > 0 && row[name].trim() === "",
              placeholder,
              required: true,
              value: row[name],
              onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
                write(index, name, currentTarget.value),
            };
            return isLong ? <textarea key={name} rows={2} {...field} /> : <input key={name} {...field} />;
          })}
          <button
            type="button"
            aria-label={`Remove ${one} ${index + 1}`}
            onClick={() => change(rows.filter((_, other) => other !== index))}
          >
            Remove
          </button>
        </div>
      ))}
    </FieldGroup>
  );
}

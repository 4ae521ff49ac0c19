import type { ComponentChildren } from "preact";

interface Props {
  caption: string;
  columns: string[];
  children: ComponentChildren;
}

/** The same as the drawing above, for those who would rather read it, or hear it. */
export const AsTable = ({ caption, columns, children }: Props) => (
  <details class="as-table">
    <summary>As a table</summary>
    <div class="table-scroll">
      <table>
        <caption class="for-ears">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  </details>
);

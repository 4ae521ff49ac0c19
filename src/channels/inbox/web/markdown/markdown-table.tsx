import type { Tokens } from "marked";
import { inline } from "./markdown-inline.tsx";

/** Models like tables; one that is wider than its bubble scrolls. */
export const MarkdownTable = ({ table: { header, rows } }: { table: Tokens.Table }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
  <div class="wide" tabIndex={0}>
    <table>
      <thead>
        <tr>
          {header.map(({ tokens }, column) => (
            <th key={column} scope="col">
              {inline(tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map(({ tokens }, column) => (
              <td key={column}>{inline(tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

import { Icon } from "../elements/icons.tsx";
import { Link } from "../elements/link.tsx";

/** The head of a page that the settings lead to, with the way back to them. */
export const PageHead = ({ title }: { title: string }) => (
  <header class="page-head">
    <h1>{title}</h1>
    <Link class="way-back" href="/inbox/settings">
      <Icon name="back" />
      All settings
    </Link>
  </header>
);

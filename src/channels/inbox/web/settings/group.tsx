import type { ComponentChildren } from "preact";
import { isAdmin } from "../sign-in/session.ts";

interface Props {
  /** Where the page's own menu leads. */
  id: string;
  title: string;
  /** One sentence, where the title does not say enough. */
  about?: string;
  children: ComponentChildren;
}

/** Settings that belong together. */
export const Group = ({ id, title, about, children }: Props) => (
  <fieldset class="card" id={id} disabled={!isAdmin()}>
    <legend>{title}</legend>
    {about && <p class="about">{about}</p>}
    {children}
  </fieldset>
);

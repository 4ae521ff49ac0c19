import { useId } from "preact/hooks";
import type { Site } from "../../settings/protocol.ts";
import { Field } from "../elements/form.tsx";
import { contrastToWhite, legible } from "./contrast.ts";
import { WidgetPreview } from "./widget-preview.tsx";

type Look = Site["look"];

interface Props {
  siteName: string;
  /** Empty: the usual one. */
  greeting: string;
  look: Look;
  change: (look: Look) => void;
  errors: string[] | undefined;
}

export const usualAccent = "#4353d8";
const usualGreeting = "Hi! Ask me anything.";

/** How the widget looks on a site, and what becomes of it. */
export function LookFields({ siteName, greeting, look, change, errors }: Props) {
  const accent = /^#[0-9a-f]{6}$/i.test(look.accent) ? look.accent : usualAccent;
  return (
    <div class="look">
      <div class="look-fields">
        <div class="with-button">
          <Field
            label="Accent colour"
            value={look.accent}
            change={(typed) => change({ ...look, accent: typed.trim() })}
            errors={errors}
            hint={`Of the launcher and the visitor's messages, such as ${usualAccent}. Empty: the usual one.`}
          />
          <input
            type="color"
            aria-label="Colour picker"
            value={accent}
            onInput={({ currentTarget }) => change({ ...look, accent: currentTarget.value })}
          />
        </div>
        <Contrast accent={accent} />
        <Side side={look.side} change={(side) => change({ ...look, side })} />
      </div>
      <WidgetPreview
        siteName={siteName}
        greeting={greeting || usualGreeting}
        accent={accent}
        side={look.side}
      />
    </div>
  );
}

/** The widget writes in white or in black, whichever can be read. */
function Contrast({ accent }: { accent: string }) {
  const toWhite = contrastToWhite(accent);
  const isWhite = toWhite >= legible;
  // Black stands 21 to 1 against white: what one loses, the other has.
  const ratio = isWhite ? toWhite : 21 / toWhite;
  return (
    <p class="hint">
      Text on it is {isWhite ? "white" : "black"}: easy to read ({Math.floor(ratio * 10) / 10} : 1).
    </p>
  );
}

function Side({ side, change }: { side: Look["side"]; change: (side: Look["side"]) => void }) {
  const name = useId();
  return (
    <div class="field" role="radiogroup" aria-labelledby={`${name}-label`}>
      <p class="label" id={`${name}-label`}>
        Side of the page
      </p>
      <div class="choices">
        {(["left", "right"] as const).map((choice) => (
          <label key={choice}>
            <input type="radio" name={name} checked={side === choice} onChange={() => change(choice)} />
            {choice === "left" ? "Left" : "Right"}
          </label>
        ))}
      </div>
    </div>
  );
}

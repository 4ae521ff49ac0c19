import { useId } from "preact/hooks";
import type { Site } from "../../settings/protocol.ts";
import { Field } from "../elements/form.tsx";
import { contrastToWhite } from "./contrast.ts";
import { LauncherPreview } from "./launcher-preview.tsx";

type Look = Site["look"];

interface Props {
  look: Look;
  change: (look: Look) => void;
  errors: string[] | undefined;
}

export const usualAccent = "#4353d8";

/** How the widget looks on a site, and what becomes of it. */
export function LookFields({ look, change, errors }: Props) {
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
      <LauncherPreview accent={accent} side={look.side} />
    </div>
  );
}

/** Where text begins to be hard to read for many people, by WCAG 2.2 (AA). */
const readable = 4.5;

function Contrast({ accent }: { accent: string }) {
  const ratio = contrastToWhite(accent);
  const rounded = `${Math.floor(ratio * 10) / 10} : 1`;
  return ratio >= readable ? (
    <p class="hint">White text on it is easy to read ({rounded}).</p>
  ) : (
    <p class="hint wrong" role="status">
      White text on it is hard to read ({rounded}; it should be {readable} : 1). Choose a darker colour.
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

import { Icon } from "../elements/icons.tsx";
import { contrastToWhite, legible } from "./contrast.ts";

interface Props {
  siteName: string;
  greeting: string;
  accent: string;
  side: "left" | "right";
}

/** What a visitor would see: the open chat and the launcher, with the words and the colour that are typed. */
export const WidgetPreview = ({ siteName, greeting, accent, side }: Props) => {
  const own = { background: accent, color: contrastToWhite(accent) >= legible ? "#ffffff" : "#000000" };
  return (
    <div
      class={`widget-preview on-${side}`}
      role="img"
      aria-label={`The launcher stands ${side}, in ${accent}. The chat begins with: ${greeting}`}
    >
      <div class="preview-panel">
        <b class="preview-head">{siteName}</b>
        <span class="preview-theirs">{greeting}</span>
        <span class="preview-own" style={own}>
          Hello!
        </span>
        <span class="preview-composer">Write a message…</span>
      </div>
      <span class="preview-launcher" style={own}>
        <Icon name="conversations" />
      </span>
    </div>
  );
};

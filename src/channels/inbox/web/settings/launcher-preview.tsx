/** A small page with the launcher where it will stand, in the colour it will have. */
export const LauncherPreview = ({ accent, side }: { accent: string; side: "left" | "right" }) => (
  <div
    class={`launcher-preview on-${side}`}
    role="img"
    aria-label={`The launcher stands ${side}, in ${accent}.`}
  >
    <i class="page-line" />
    <i class="page-line" />
    <i class="page-line" />
    <span class="preview-said" style={{ background: accent }}>
      Hello!
    </span>
    <span class="preview-launcher" style={{ background: accent }}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 5h16v11H9l-5 4z" />
      </svg>
    </span>
  </div>
);

const places = [
  ["handoff", "Handing over"],
  ["hours", "Hours"],
  ["slack", "Slack"],
  ["assistant", "Assistant"],
  ["notifications", "Notifications"],
  ["messages", "Messages"],
  ["saved-replies", "Replies"],
  ["privacy", "Privacy"],
  ["site-default", "Websites"],
  ["changes", "Changes"],
];

/** Leads to the parts of a long page. */
export const SettingsMenu = () => (
  <nav class="settings-menu" aria-label="On this page">
    {places.map(([id, label]) => (
      <a key={id} href={`#${id}`}>
        {label}
      </a>
    ))}
  </nav>
);

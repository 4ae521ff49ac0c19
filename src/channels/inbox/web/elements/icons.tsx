const shapes = {
  conversations: "M4 5h16v11H9l-5 4z",
  analytics: "M5 20V11M12 20V4M19 20v-6",
  settings: "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5v5M8 14.5v5",
  team: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.6-3.6 3-5.5 6.500-5.500s5.900 1.900 6.500 5.500M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.900c2 .8 3.200 2.500 3.500 5.100",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM20 20l-4.800-4.800",
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-3.500-6.500zM11.500 13.500L20 4",
  page: "M10 14L20 4M14 4h6v6M19 14v6H4V5h6",
  signOut: "M14 4h5v16h-5M4 12h11M11 8l4 4-4 4",
  down: "M12 5v14M6 13l6 6 6-6",
};

export type IconName = keyof typeof shapes;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={shapes[name]} />
  </svg>
);

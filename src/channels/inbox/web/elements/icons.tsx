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
  eye: "M2.5 12S6 5.5 12 5.5 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  masked: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  down: "M12 5v14M6 13l6 6 6-6",
  attach:
    "M20 11.5l-8 8a5 5 0 0 1-7-7l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700l-8.300 8.300a1.600 1.600 0 0 1-2.300-2.300l7.400-7.400",
  smile:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 14.500c1.700 2.200 5.300 2.200 7 0M9 9.500v.5M15 9.500v.5",
  saved: "M6 4h12v16l-6-4.500L6 20z",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.500l1.500 2h-15zM10 21h4",
  bellOff: "M6 16.500V11a6 6 0 0 1 9.500-4.900M18 11v5.500l1.500 2h-15M10 21h4M4 3l16 18",
  filter: "M4 6h16M7 12h10M10 18h4",
  unread: "M4 6h10M4 6v12h16v-8M4 7l8 6 4-3M19 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
};

export type IconName = keyof typeof shapes;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={shapes[name]} />
  </svg>
);

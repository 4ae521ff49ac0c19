import { paths } from "../paths.ts";

const Icon = ({ d }: { d: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
);

export const DownIcon = () => <Icon d={paths.down} />;

export const SendIcon = () => <Icon d="M12 19V5m-6 6 6-6 6 6" />;

export const PersonIcon = () => (
  <Icon d="M8.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5 20c0-4 3-6 7-6s7 2 7 6" />
);

export const SparkIcon = () => <Icon d="M12 4q1 7 8 8-7 1-8 8-1-7-8-8 7-1 8-8Z" />;

const Icon = ({ d }: { d: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
);

export const ChatIcon = () => (
  <Icon d="M12 4c-5 0-9 3.1-9 7 0 2.3 1.2 4.3 3 5.5L5.5 20l3.8-2.3c.8.2 1.7.3 2.7.3 5 0 9-3.1 9-7s-4-7-9-7Z" />
);

export const DownIcon = () => <Icon d="m6 9.5 6 6 6-6" />;

export const SendIcon = () => <Icon d="M12 19V5m-6 6 6-6 6 6" />;

export const PersonIcon = () => (
  <Icon d="M8.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5 20c0-4 3-6 7-6s7 2 7 6" />
);

export const SparkIcon = () => <Icon d="M12 4q1 7 8 8-7 1-8 8-1-7-8-8 7-1 8-8Z" />;

export const ClipIcon = () => (
  <Icon d="m19 12-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-8 8a1.5 1.5 0 0 1-2.2-2.2L14.5 8" />
);

export const CrossIcon = () => <Icon d="m7 7 10 10M17 7 7 17" />;

export const PenIcon = () => <Icon d="m5 19 1-4L16 5l3 3L9 18Z" />;

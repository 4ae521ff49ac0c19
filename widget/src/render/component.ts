import type { Props } from "./wanted.ts";

/** A part of the page with a state and a life of its own. */
export abstract class Component {
  props: Props;
  state: Props = {};
  /** Set while it is in the page: shows what changed. */
  refresh?: () => void;

  constructor(props: Props) {
    this.props = props;
  }

  abstract render(props: Props, state: Props): unknown;
  shouldComponentUpdate?(props: Props): boolean;
  componentDidMount?(): void;
  componentDidUpdate?(): void;
  componentWillUnmount?(): void;

  setState(change: Props): void {
    if (Object.keys(change).every((name) => change[name] === this.state[name])) return;
    this.state = { ...this.state, ...change };
    this.refresh?.();
  }
}

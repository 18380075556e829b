import { Component, h, type ComponentChild, type ComponentType } from 'preact';

/** A component that is drawn again only when one of its properties is another. (Preact's own stands in its React layer, which weighs more than the board.) */
export function memo<Props extends object>(view: ComponentType<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const [before, after] = [this.props as Props, next as Props];
      const keys = Object.keys(after) as (keyof Props)[];
      return keys.some((key) => before[key] !== after[key]);
    }

    override render(): ComponentChild {
      return h(view, this.props as Props);
    }
  };
}

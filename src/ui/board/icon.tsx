import { setIcon } from 'obsidian';

type Draw = (span: HTMLElement | null) => void;

/** By name. The app is asked once for each: what it made is copied, as a board shows the same few hundreds of times. */
const draws = new Map<string, Draw>();

function drawing(name: string): Draw {
  let made: Element | null = null;
  return (span) => {
    if (!span) return;
    if (made) span.replaceChildren(made.cloneNode(true));
    else {
      setIcon(span, name);
      made = span.firstElementChild;
    }
  };
}

/** One of the app's icons, for the eye only: what it means is said in words beside it. */
export function Icon({ name }: { readonly name: string }) {
  const draw = draws.get(name) ?? drawing(name);
  draws.set(name, draw);
  return <span class="ops-icon" aria-hidden="true" ref={draw} />;
}

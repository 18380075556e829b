import { setIcon } from 'obsidian';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** One of the app's icons, for the eye only: what it means is said in words beside it. */
export function Icon({ name }: { readonly name: string }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (ref.current) setIcon(ref.current, name);
  }, [name]);
  return <span class="ops-icon" aria-hidden="true" ref={ref} />;
}

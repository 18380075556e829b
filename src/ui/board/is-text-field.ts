/** Whether keys belong to what has the focus. No `instanceof`: in a pop-out window the classes are other ones. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    (target as Partial<HTMLElement> | null)?.matches?.('input, textarea, select, [contenteditable="true"]') === true
  );
}

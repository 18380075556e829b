/**
 * WebKit lets a page write to the clipboard only while it handles what the user did: after the first wait it refuses, and so does an iPhone.
 * What is to be written may come later, as a promise in a `ClipboardItem`. Chromium would allow more than a plugin can count on.
 */
const GESTURES = ['keydown', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'click', 'touchend'] as const;

export function makeClipboardStrict(): void {
  let isHandling = false;
  for (const gesture of GESTURES) {
    window.addEventListener(
      gesture,
      (event) => {
        if (!event.isTrusted) return;
        isHandling = true;
        setTimeout(() => (isHandling = false));
      },
      true,
    );
  }
  const { clipboard } = navigator;
  const guarded =
    <Args extends unknown[]>(write: (...args: Args) => Promise<void>) =>
    (...args: Args): Promise<void> =>
      isHandling
        ? write.apply(clipboard, args)
        : Promise.reject(
            new DOMException(
              'The request is not allowed by the user agent, possibly because the user denied permission.',
              'NotAllowedError',
            ),
          );
  Object.assign(clipboard, {
    write: guarded(clipboard.write.bind(clipboard)),
    writeText: guarded(clipboard.writeText.bind(clipboard)),
  });
}

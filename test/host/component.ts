/** In the app a component's children wait for its `onload`, which may be asynchronous; `load` then gives a promise. */
import { mocks } from './mocks';
import { patchPrototype } from './patch-prototype';

interface Loadable {
  loaded__: boolean;
  children__: { load(): unknown }[];
  onload(): unknown;
}

export function patchComponent(): void {
  patchPrototype(mocks.Component as unknown as { prototype: Loadable }, {
    load(): unknown {
      if (this.loaded__) return undefined;
      this.loaded__ = true;
      const loadChildren = () => {
        // Unloaded while its onload was still running: the children must not start any more.
        if (this.loaded__) for (const child of [...this.children__]) child.load();
      };
      const loading = this.onload();
      if (loading instanceof Promise) return loading.then(loadChildren);
      loadChildren();
      return undefined;
    },
  });
}

/** Makes `settled` wait for what is being read and written, also by a plugin that calls the adapter itself. */
import type { HostAdapter } from './adapter/host-adapter';
import type { Busy } from './busy';

const METHODS = [
  'exists',
  'stat',
  'list',
  'read',
  'readBinary',
  'write',
  'writeBinary',
  'append',
  'appendBinary',
  'process',
  'mkdir',
  'trashSystem',
  'trashLocal',
  'rmdir',
  'remove',
  'rename',
  'copy',
  'scan',
] as const satisfies readonly (keyof HostAdapter)[];

export function trackAdapter(adapter: HostAdapter, busy: Busy): void {
  for (const name of METHODS) {
    const method = adapter[name].bind(adapter) as (...args: unknown[]) => Promise<unknown>;
    const tracked = (...args: unknown[]) => busy.during('reading and writing files', async () => method(...args));
    Object.defineProperty(adapter, name, { configurable: true, writable: true, value: tracked });
  }
}

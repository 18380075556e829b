/** A host that is closed when the test is over, its layout ready unless a plugin is yet to come. */
import { onTestFinished } from 'vitest';
import { openHost, type Host, type HostOptions } from '../open-host';

export async function openTestHost(options: HostOptions): Promise<Host> {
  const host = await openHost(options);
  onTestFinished(() => host.close());
  return host;
}

export async function openReadyHost(options: HostOptions): Promise<Host> {
  const host = await openTestHost(options);
  host.makeLayoutReady();
  await host.settled();
  return host;
}

// The workbench's server: whom it answers, and that it does not let a path out of the vault.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startServer } from './server';
import { samplePlugin } from './testing/sample-plugin';

interface Opened {
  readonly url: URL;
  readonly vault: string;
}

async function openServer(): Promise<Opened> {
  const parent = mkdtempSync(join(tmpdir(), 'workbench-server-'));
  const vault = join(parent, 'vault');
  mkdirSync(vault);
  writeFileSync(join(vault, 'Note.md'), 'inside');
  writeFileSync(join(parent, 'Secret.md'), 'outside');
  symlinkSync(parent, join(vault, 'out'));
  symlinkSync(join(parent, 'Secret.md'), join(vault, 'Linked.md'));
  symlinkSync(join(parent, 'Missing.md'), join(vault, 'Dangling.md'));
  const server = await startServer({ vault, plugin: samplePlugin() });
  onTestFinished(async () => {
    await server.close();
    rmSync(parent, { recursive: true, force: true });
  });
  return { url: new URL(server.url), vault };
}

/** The status with which a request is answered. */
function get({ url }: Opened, path: string, headers: OutgoingHttpHeaders = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = url;
    const sent = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

function openSocket(
  { url }: Opened,
  origin: string | undefined,
  token = url.searchParams.get('token'),
): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${url.host}/?token=${token ?? ''}`, origin === undefined ? {} : { origin });
    socket.once('open', () => resolve(socket)).once('error', reject);
    onTestFinished(() => socket.terminate());
  });
}

async function call(opened: Opened, method: string, ...args: unknown[]): Promise<{ result?: unknown; error?: string }> {
  const socket = await openSocket(opened, opened.url.origin);
  socket.send(JSON.stringify({ id: 1, method, args }));
  // What has changed on disk is told in between, without an id.
  return new Promise((resolve) =>
    socket.on('message', (text: Buffer) => {
      const message = JSON.parse(text.toString()) as { id?: number; result?: unknown; error?: string };
      if (message.id !== undefined) resolve(message);
    }),
  );
}

describe('the page', () => {
  it('is given to who knows the token, and to nobody else', async () => {
    const opened = await openServer();
    const { search } = opened.url;
    expect(await get(opened, `/${search}`)).toBe(200);
    expect(await get(opened, '/')).toBe(403);
    expect(await get(opened, '/?token=guess')).toBe(403);
    expect(
      await get(opened, '/page.js', { cookie: `workbench-${opened.url.port}=${search.slice('?token='.length)}` }),
    ).toBe(200);
  });

  it('is not given to another host name that points here, nor to another site', async () => {
    const opened = await openServer();
    const path = `/${opened.url.search}`;
    expect(await get(opened, path, { host: 'evil.example' })).toBe(403);
    expect(await get(opened, path, { host: `evil.example:${opened.url.port}` })).toBe(403);
    expect(await get(opened, path, { origin: 'http://evil.example' })).toBe(403);
    expect(await get(opened, path, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await get(opened, path, { host: `localhost:${opened.url.port}` })).toBe(200);
  });
});

describe('the socket', () => {
  it('is opened by its own page only', async () => {
    const opened = await openServer();
    await expect(openSocket(opened, 'http://evil.example')).rejects.toThrow('403');
    await expect(openSocket(opened, undefined)).rejects.toThrow('403');
    await expect(openSocket(opened, opened.url.origin, 'guess')).rejects.toThrow('403');
    expect(await call(opened, 'read', 'Note.md')).toEqual({ id: 1, result: 'inside' });
  });

  it('takes the adapter’s methods and no others', async () => {
    const opened = await openServer();
    expect((await call(opened, 'constructor')).error).toBe('There is no method constructor.');
    expect((await call(opened, 'trashSystem', 'Note.md')).error).toBe('There is no method trashSystem.');
    expect((await call(opened, 'read', 1)).error).toBe('read needs a path.');
  });
});

describe('what nobody should send', () => {
  it('is a file that is no encoding of anything: there is none', async () => {
    const opened = await openServer();
    for (const path of ['%', '%E0%A4%A', 'Note%zz.md'])
      expect(await get(opened, `/vault/${path}${opened.url.search}`)).toBe(404);
  });
  it.each(['//', 'http://['])(
    'is an address that is none (%s): whoever asks for it is refused, also for a socket',
    async (path) => {
      const opened = await openServer();
      const { host, origin } = opened.url;
      expect(await get(opened, path, { host })).toBe(403);
      const upgrade = { host, origin, connection: 'Upgrade', upgrade: 'websocket' };
      expect(await get(opened, path, upgrade)).toBe(403);
      expect((await call(opened, 'read', 'Note.md')).result).toBe('inside');
    },
  );
  it('is a message of more than 64 MB: its connection ends, and others are answered on', async () => {
    const opened = await openServer();
    const socket = await openSocket(opened, opened.url.origin);
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.send('x'.repeat(64_000_001));
    expect(await closed).toBe(1009);
    expect(await call(opened, 'read', 'Note.md')).toEqual({ id: 1, result: 'inside' });
  });
});

describe('a path that leaves the vault', () => {
  it.each(['../Secret.md', '/../Secret.md', 'a/../../Secret.md', 'out/Secret.md', 'Linked.md', 'out'])(
    '%s is neither read nor written',
    async (path) => {
      const opened = await openServer();
      const error = `${path} is outside the vault.`;
      expect(await call(opened, 'read', path)).toEqual({ id: 1, error });
      expect(await call(opened, 'write', path, 'x')).toEqual({ id: 1, error });
      expect(await call(opened, 'rename', 'Note.md', path)).toEqual({ id: 1, error });
      expect(
        await get(opened, `/vault/${path.split('/').map(encodeURIComponent).join('%2f')}${opened.url.search}`),
      ).toBe(404);
    },
  );

  it('is not created by writing through a link that leads nowhere yet', async () => {
    const opened = await openServer();
    expect(await call(opened, 'write', 'Dangling.md', 'x')).toEqual({
      id: 1,
      error: 'Dangling.md is outside the vault.',
    });
  });

  it('is not among the vault’s files', async () => {
    const opened = await openServer();
    expect((await call(opened, 'scan')).result).toMatchObject([{ kind: 'file', path: 'Note.md' }]);
  });
});

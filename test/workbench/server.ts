/**
 * Serves a vault's folder to one page on this machine: the page and the plugin over HTTP, the vault over a socket. Only
 * who knows the token in the printed address, and comes from this very address, is answered: a page of another site, or
 * of a name that was made to point here, is refused.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { FolderAdapter } from '../host/adapter/folder-adapter';
import { answerCall } from './server/answer-call';
import { GuardedFolder } from './server/guarded-folder';
import { isAllowed } from './server/is-allowed';
import { PageFiles, type ServedPlugin } from './server/page-files';
import { sendVaultFile } from './server/send-vault-file';
import { watchVault } from './server/watch-vault';

export interface WorkbenchServer {
  /** With the token that the page needs. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** The vault's folder; the page changes it. */
  readonly vault: string;
  readonly plugin: ServedPlugin;
  /** 0 takes a free one. */
  readonly port?: number;
  /** What the page gets to know at its start, as JSON. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export async function startServer({ vault, plugin, port = 0, settings = {} }: ServerOptions): Promise<WorkbenchServer> {
  const token = randomBytes(16).toString('hex');
  const adapter = new FolderAdapter(vault);
  const folder = await GuardedFolder.over(vault);
  const files = new PageFiles({ plugin, settings });
  const server = createServer((request, response) => {
    void respond(request, response).catch(() => fail(response, 500));
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64_000_000 });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isAllowed(request, { token, port: portOf(server), needsOrigin: true })) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      // A message that is too long ends its own connection (1009), and nothing else.
      opened.on('error', () => opened.close());
      opened.on('message', (data: Buffer) => {
        void answerCall({ adapter, folder }, data.toString('utf8')).then((answer) => opened.send(answer));
      });
    });
  });
  const watch = watchVault(vault, (changed) => {
    for (const client of sockets.clients) client.send(JSON.stringify({ changed }));
  });
  await watch.ready;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // The loopback address only: nobody else on the network gets here.
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        watch.close();
        for (const client of sockets.clients) client.terminate();
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuse(request);
    if (refusal !== null) {
      fail(response, refusal);
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Later requests of the page (images, scripts) carry the token in the cookie.
    response.setHeader('Set-Cookie', `workbench-${portOf(server)}=${token}; HttpOnly; SameSite=Strict; Path=/`);
    if (pathname.startsWith('/vault/')) return sendVaultFile(response, folder, pathname.slice('/vault/'.length));
    files.send(response, pathname);
  }

  function refuse(request: IncomingMessage): 403 | 405 | null {
    if (!isAllowed(request, { token, port: portOf(server), needsOrigin: false })) return 403;
    return request.method === 'GET' || request.method === 'HEAD' ? null : 405;
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function fail(response: ServerResponse, status: 403 | 405 | 500): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}\n`);
}

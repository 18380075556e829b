/** Whether a request comes from the page that this server served. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

interface Rules {
  readonly token: string;
  readonly port: number;
  /** A socket is opened by scripts of any site; only its origin tells which. */
  readonly needsOrigin: boolean;
}

export function isAllowed(request: IncomingMessage, { token, port, needsOrigin }: Rules): boolean {
  if (!URL.canParse(request.url ?? '/', 'http://127.0.0.1')) return false;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = request.headers;
  // A foreign name that was made to point at this machine still says its name here.
  if (!hosts.includes(host)) return false;
  if (origin === undefined ? needsOrigin : origin !== `http://${host}`) return false;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  return isSame(tokenOf(request, port), token);
}

function tokenOf(request: IncomingMessage, port: number): string {
  const given = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('token');
  if (given !== null) return given;
  // Cookies do not know ports: two workbenches side by side have one each.
  const name = `workbench-${port}=`;
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length) ?? '';
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

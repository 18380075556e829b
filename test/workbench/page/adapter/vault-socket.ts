/** The line to the server: calls with their answers, and word that something in the folder changed. */
import type { Changed } from '../../../host/vault/change-batch';

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly code?: string;
  readonly changed?: Changed;
}

export class VaultSocket {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  /** Called whenever the folder was changed, by whomever. */
  onChange: (changed: Changed) => void = () => undefined;
  /** Called when the server is gone. */
  onLost: () => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => this.#receive(JSON.parse(data) as Message));
    socket.addEventListener('close', () => this.#lost());
  }

  static connect(address: string): Promise<VaultSocket> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(address);
      socket.addEventListener('open', () => resolve(new VaultSocket(socket)), { once: true });
      socket.addEventListener('error', () => reject(new Error('The workbench’s server does not answer.')), {
        once: true,
      });
    });
  }

  /** The answer's type is the method's, as the server's adapter has it. */

  call<Result>(method: string, ...args: unknown[]): Promise<Result> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('The workbench’s server is gone.'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, args }));
    });
  }

  #receive({ id, result, error, code, changed }: Message): void {
    if (changed !== undefined) this.onChange(changed);
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error === undefined) waiting.resolve((result ?? null) as never);
    else waiting.reject(Object.assign(new Error(error), { code }));
  }

  #lost(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The workbench’s server is gone.'));
    this.#waiting.clear();
    this.onLost();
  }
}

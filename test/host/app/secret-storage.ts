/** Secrets of plugins. Kept in memory only: nothing that a test calls a secret gets to the disk. */
import { Events } from '../mocks';

/** As declared: lower case letters and digits, with optional dashes. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export class SecretStorage extends Events {
  readonly #secrets = new Map<string, string>();

  /** @throws when the id is none. */
  setSecret(id: string, secret: string): void {
    if (!ID.test(id)) throw new Error(`Invalid secret id "${id}": lower case letters, digits and dashes only.`);
    this.#secrets.set(id, secret);
  }

  getSecret(id: string): string | null {
    return this.#secrets.get(id) ?? null;
  }

  listSecrets(): string[] {
    return [...this.#secrets.keys()];
  }
}

/**
 * Makes every declared member that the host does not have throw an error that names it. A member that is not declared
 * stays undefined, as in the app, so that looking whether it is there works.
 */
import { mocks } from '../mocks';
import declaredApi from './declared-api.json';
import type { DeclaredApi, DeclaredClass } from './list-declared-api';
import { TRUSTED_METHODS } from './trusted-mocks';
import { unmodelled } from './unmodelled';

const declared: DeclaredApi = declaredApi;

/** A class by its declared name; the constructor's own signature does not matter here. */
export type ClassObject = (abstract new (...args: never[]) => object) & { prototype: object };

/** For a class of the mocks: methods that are not trusted are replaced. Its fields are what the mocks set. */
export function guardMocks(hostClasses: Readonly<Record<string, ClassObject>>): void {
  for (const [name, members] of Object.entries(declared.classes)) {
    const mock = (mocks as unknown as Record<string, ClassObject | undefined>)[name];
    if (!mock || name in hostClasses) continue;
    const trusted = TRUSTED_METHODS[name] ?? [];
    const isTrusted = (method: string) => trusted === 'every' || trusted.includes(method);
    for (const method of members.methods) if (!isTrusted(method)) refuseMethod(mock.prototype, name, method);
    for (const method of members.staticMethods) if (!isTrusted(method)) refuseMethod(mock, name, method);
    refuseMissing(mock, name, members);
  }
}

/** For a class of the host's own: whatever it does not have is refused. */
export function guardHostClasses(hostClasses: Readonly<Record<string, ClassObject>>): void {
  for (const [name, hostClass] of Object.entries(hostClasses)) {
    const members = declared.classes[name];
    if (!members) throw new Error(`obsidian.d.ts declares no class ${name}.`);
    refuseMissing(hostClass, name, members);
  }
}

function refuseMissing(target: ClassObject, className: string, members: DeclaredClass): void {
  for (const method of members.methods)
    if (!(method in target.prototype)) refuseMethod(target.prototype, className, method);
  for (const method of members.staticMethods) if (!(method in target)) refuseMethod(target, className, method);
  for (const field of members.fields) if (!(field in target.prototype)) refuseField(target.prototype, className, field);
}

/** The method is there, as in the app; calling it throws. */
function refuseMethod(target: object, className: string, method: string): void {
  Object.defineProperty(target, method, {
    configurable: true,
    writable: true,
    value() {
      throw unmodelled(`${className}.${method}`);
    },
  });
}

/** A field that a constructor sets becomes an ordinary one; any other throws when it is read. */
function refuseField(prototype: object, className: string, field: string): void {
  Object.defineProperty(prototype, field, {
    configurable: true,
    get() {
      throw unmodelled(`${className}.${field}`);
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, field, { configurable: true, enumerable: true, writable: true, value });
    },
  });
}

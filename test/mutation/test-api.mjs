/** What tests import as `vitest`, for a runner that runs the same tests some thousand times: registers them, and runs one. */
import { format } from 'node:util';
import { fn, spyOn } from '@vitest/spy';
import { chai, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';

const stubbed = new Map();

export const vi = {
  fn,
  spyOn,
  stubGlobal(name, value) {
    if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  },
  unstubAllGlobals() {
    for (const [name, was] of stubbed)
      if (was) Object.defineProperty(globalThis, name, was);
      else delete globalThis[name];
    stubbed.clear();
  },
  async waitFor(holds) {
    for (let left = 50; ; left--)
      try {
        return await holds();
      } catch (error) {
        if (left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
  },
};

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true });
setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '' }, expect);

/** @type {{ name: string, run: () => Promise<void> }[]} */
const tests = [];
let block = { name: '', before: [], after: [], outer: null };
let finished = [];

/** All that were registered while the test files were loaded. */
export const registeredTests = () => tests;

export function describe(name, ...rest) {
  const outer = block;
  block = { name: `${outer.name}${String(name)} > `, before: [], after: [], outer };
  rest.findLast((each) => typeof each === 'function')?.();
  block = outer;
}

export function it(name, ...rest) {
  const own = block;
  const body = rest.find((each) => typeof each === 'function');
  tests.push({
    name: `${tests.length} ${own.name}${String(name)}`,
    async run() {
      finished = [];
      const blocks = [];
      for (let at = own; at; at = at.outer) blocks.unshift(at);
      for (const { before } of blocks) for (const hook of before) await hook({});
      try {
        await body({});
      } finally {
        for (const hook of finished.reverse()) await hook({});
        for (const { after } of blocks.reverse()) for (const hook of after) await hook({});
      }
    },
  });
}

/** A row of a table is the arguments, and any other value the one argument. */
const each = (register) => (table) => (name, body, options) => {
  for (const row of table) {
    const values = Array.isArray(row) ? row : [row];
    register(format(name, ...values).split('\n')[0], () => body(...values), options);
  }
};
it.each = each(it);
describe.each = each(describe);
it.skip = describe.skip = () => undefined;

export const beforeEach = (hook) => void block.before.push(hook);
export const afterEach = (hook) => void block.after.push(hook);
export const onTestFinished = (hook) => void finished.push(hook);

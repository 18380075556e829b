/** How what a notice says was done begins, and what one would ask for. */
const ORDERS: Readonly<Record<string, string>> = {
  Moved: 'Move',
  Marked: 'Mark',
  Ticked: 'Tick',
  Changed: 'Change',
  Hid: 'Hide',
  Added: 'Add',
  Made: 'Make',
  Created: 'Create',
  Transcluded: 'Transclude',
  Turned: 'Turn',
  Fixed: 'Fix',
  Split: 'Split',
  Updated: 'Update',
  Rebuilt: 'Rebuild',
};

/** What was done as what one asks for: `Move Restore Test to Day 2`. Other words are quoted. */
export function asOrder(done: string): string {
  const [first = ''] = done.split(' ', 1);
  const order = ORDERS[first];
  return order === undefined ? `“${done}”` : order + done.slice(first.length);
}

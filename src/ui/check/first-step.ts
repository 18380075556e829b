/** Where nothing can be fixed safely: what somebody does first, by rule. */
const STEPS: Readonly<Record<string, string>> = {
  'missing-note': 'make that note, or change the link',
  'missing-heading': 'write a heading that is there',
  'missing-block': 'write a block that is there',
  'unreadable-properties': 'correct the properties',
  'embed-cycle': 'take out one transclusion of the circle',
  'leaked-note': 'publish that note, or take this out',
  'garden-place': 'move it to a line of its own',
  'garden-block-id': 'put a blank line below the block id',
  'garden-block': 'write the block id in lower case, here and there',
  'garden-permalink': 'write the permalink in quotes',
  'ambiguous-note': 'write the path of the note you mean',
  'shadowed-note': 'write the path of the note you mean',
  'duplicate-heading': 'rename one of the headings',
  'too-deep': 'transclude the innermost note here',
  'garden-section': 'rename one of the headings',
  'garden-link': 'put the link on a line of its own',
  'garden-board': 'insert a snapshot of it',
  'garden-dollar': 'spell it without dollar signs',
  'flattened-copy': 'look at the page it was copied from',
  'stale-copy': 'decide which of the two texts stays',
  'stale-snapshot': 'write the snapshot anew',
  'orphan-phase': 'transclude it in the overview',
  'phase-schema': 'add or rename the headings',
  'phase-level': 'give the headings one level',
  'dead-link': 'make that note, or change the link',
  'public-todo': 'hide or finish the todo',
  'unlinkable-heading': 'rename the heading',
};

/** What somebody does first about a finding that has no fix. */
export const firstStep = (rule: string): string => STEPS[rule] ?? 'look at it in the note';

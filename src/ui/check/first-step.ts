const OF_SEVERAL = 'which of them is for you to say';
const PLACE = 'the place is for you to say';

/** Where nothing can be fixed safely: what somebody does first, by rule; where the message says that already, why it is left to them. */
const STEPS: Readonly<Record<string, string>> = {
  'missing-note': 'make that note, or change the link',
  'missing-heading': 'write a heading that is there',
  'missing-block': 'write a block that is there',
  'unreadable-properties': 'correct the properties',
  'embed-cycle': OF_SEVERAL,
  'leaked-note': 'either can be right',
  'garden-place': PLACE,
  'garden-block-id': 'put two blank lines below the block id',
  'garden-block': 'transclude the section by its heading',
  'garden-code': 'spell it otherwise',
  'garden-permalink': 'type them in the properties',
  'ambiguous-note': 'write the path of the note you mean',
  'shadowed-note': 'either can be right',
  'duplicate-heading': 'rename one of the headings',
  'too-deep': OF_SEVERAL,
  'garden-section': 'rename one of the headings',
  'garden-link': OF_SEVERAL,
  'garden-board': PLACE,
  'garden-dollar': 'spell it without dollar signs',
  'flattened-copy': 'look at the page it was copied from',
  'stale-copy': 'decide which of the two texts stays',
  'stale-snapshot': 'write the snapshot anew',
  'orphan-phase': PLACE,
  'phase-schema': 'add or rename the headings',
  'phase-level': 'give the headings one level',
  'dead-link': 'make that note, or change the link',
  'public-todo': 'hide or finish the todo',
  'unlinkable-heading': 'rename the heading',
};

/** What a finding that has no fix says instead. */
export const firstStep = (rule: string): string => STEPS[rule] ?? 'look at it in the note';

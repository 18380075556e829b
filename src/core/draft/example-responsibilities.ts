/** Bullets for the pages of the usual phases, by phase id: what most services have to take care of. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'day-0': [
    'Draw the architecture with its data flows, and say what it must withstand.',
    'Choose the tools for infrastructure, delivery and monitoring.',
    'Agree with those who depend on the service on what it promises.',
  ],
  'day-1': [
    'Build every environment from one description.',
    'Roll out step by step, and know how to roll back.',
    'Back up before the release, and try the restore.',
  ],
  'day-2': [
    'Watch the service and respond when it fails.',
    'Patch on agreed days, and say so beforehand.',
    'Feed what went wrong into the next plan.',
  ],
};

/** The example responsibilities of a phase as a Markdown list; `''` for a phase that has none. */
export const exampleResponsibilities = (phaseId: string): string =>
  (EXAMPLES[phaseId] ?? []).map((line) => `- ${line}`).join('\n');

/** What a phase's page says of itself, by phase id, in place of the template's unfinished sentence. */
export const EXAMPLE_SENTENCES: Readonly<Record<string, string>> = {
  'day-0': 'This phase is about planning: what has to be settled before anything runs.',
  'day-1': 'This phase is about putting the service live, with a way back from every step.',
  'day-2': 'This phase is about keeping the service running, and learning from it.',
};

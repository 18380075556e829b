/** Sentences and headings for generated notes: plain words, so that a note's size is text and not markup. */
import type { Random } from './random';

const SUBJECTS = [
  'The service',
  'Every release',
  'The on-call engineer',
  'A backup',
  'The pipeline',
  'Our monitoring',
  'The runbook',
  'Each team',
];
const VERBS = [
  'is checked',
  'has to be written down',
  'changes hands',
  'is rehearsed',
  'stays reachable',
  'is measured',
  'gets an owner',
];
const TIMES = [
  'before the first release',
  'once a quarter',
  'when the load doubles',
  'in the weekly round',
  'after every incident',
  'as soon as it is known',
];
const REASONS = [
  'so that nobody has to guess',
  'because the night shift is alone',
  'as the audit asks for it',
  'and the change is announced',
  'or it is taken back',
];
const TOPICS = [
  'Backups',
  'Capacity',
  'Access',
  'Alerting',
  'Cost',
  'Incidents',
  'Rollback',
  'Certificates',
  'Patching',
  'Handover',
  'Logging',
  'Networks',
];
const ASPECTS = ['Planning', 'Review', 'Checklist', 'Policy', 'Drill', 'Inventory', 'Contacts', 'Limits'];

/** Names of the role notes. */
export const ROLES = [
  'Release Manager',
  'Site Reliability Engineer',
  'Security Officer',
  'Product Owner',
  'Database Keeper',
  'Duty Lead',
];

export const sentence = (random: Random): string =>
  `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(TIMES)}, ${random.pick(REASONS)}.`;

export const sentences = (random: Random, count: number): string =>
  Array.from({ length: count }, () => sentence(random)).join(' ');

export const topic = (random: Random): string => `${random.pick(TOPICS)} ${random.pick(ASPECTS)}`;

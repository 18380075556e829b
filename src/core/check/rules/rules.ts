import type { Rule } from '../facts/rule-context';
import { ambiguousNote } from './ambiguous-note';
import { deadLink } from './dead-link';
import { duplicateHeading } from './duplicate-heading';
import { embedCycle } from './embed-cycle';
import { flattenedCopy } from './flattened-copy';
import { gardenBoard } from './garden-board';
import { gardenBlockId } from './garden-block-id';
import { gardenBlock } from './garden-block';
import { gardenCode } from './garden-code';
import { gardenDollar } from './garden-dollar';
import { gardenLink } from './garden-link';
import { gardenPermalink } from './garden-permalink';
import { gardenPlace } from './garden-place';
import { gardenSection } from './garden-section';
import { leakedNote } from './leaked-note';
import { missingBlock } from './missing-block';
import { missingHeading } from './missing-heading';
import { missingNote } from './missing-note';
import { orphanPhase } from './orphan-phase';
import { phaseLevel } from './phase-level';
import { phaseSchema } from './phase-schema';
import { publicTodo } from './public-todo';
import { shadowedNote } from './shadowed-note';
import { staleCopy } from './stale-copy';
import { staleSnapshot } from './stale-snapshot';
import { tooDeep } from './too-deep';
import { unlinkableHeading } from './unlinkable-heading';
import { unreadableProperties } from './unreadable-properties';

/** All rules of the handbook check: errors, warnings, information. */
export const RULES: readonly Rule[] = [
  missingNote,
  missingHeading,
  missingBlock,
  unreadableProperties,
  embedCycle,
  leakedNote,
  gardenPlace,
  gardenBlockId,
  gardenBlock,
  gardenCode,
  gardenPermalink,
  ambiguousNote,
  shadowedNote,
  duplicateHeading,
  tooDeep,
  gardenSection,
  gardenLink,
  gardenDollar,
  gardenBoard,
  flattenedCopy,
  staleCopy,
  staleSnapshot,
  orphanPhase,
  phaseSchema,
  phaseLevel,
  deadLink,
  publicTodo,
  unlinkableHeading,
];

/** The rule of that id, or null. */
export const ruleNamed = (id: string): Rule | null => RULES.find((rule) => rule.id === id) ?? null;

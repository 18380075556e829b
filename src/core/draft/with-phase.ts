import { phaseNumber } from '../phase/phase-names';
import type { PhaseSetting, Settings } from '../settings/settings';

/** The settings with the phase: in the order of numbers where all have one, else at the end. */
export function withPhase(settings: Settings, phase: PhaseSetting): Settings {
  const number = phaseNumber(phase);
  const next = number === null ? -1 : settings.phases.findIndex((one) => (phaseNumber(one) ?? -1) > number);
  const at = next < 0 ? settings.phases.length : next;
  return { ...settings, phases: [...settings.phases.slice(0, at), phase, ...settings.phases.slice(at)] };
}

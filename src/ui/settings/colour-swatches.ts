import type { Setting } from 'obsidian';
import { PHASE_COLOURS } from '../../core/settings/new-phase';

/** Draws the colours of the theme's palette with their names, one of them chosen; '' is none. */
export function drawSwatches({ controlEl, nameEl }: Setting, colour: unknown, choose: (colour: string) => void): void {
  const group = controlEl.createDiv({
    cls: 'ops-swatches',
    attr: { role: 'radiogroup', 'aria-label': nameEl.getText() },
  });
  for (const name of ['', ...PHASE_COLOURS]) {
    const label = group.createEl('label', { cls: 'ops-swatch' });
    label.setCssProps({ '--ops-colour': `var(--color-${name || 'none'})` });
    const box = label.createEl('input', { type: 'radio', attr: { name: 'ops-colour' } });
    box.checked = name === colour;
    box.addEventListener('change', () => choose(name));
    label.createSpan({ text: name === '' ? 'none' : name });
  }
}

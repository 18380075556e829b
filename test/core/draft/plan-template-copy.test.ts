// “Make my own copy”: where it goes, and that the copy then takes the built-in template's place.
import { describe, expect, it } from 'vitest';
import { openTemplate } from '../../../src/core/draft/open-template';
import { planTemplateCopy } from '../../../src/core/draft/plan-template-copy';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { builtInTemplate } from '../../../src/core/template/built-in-templates';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { carryOutIn, draftIn, planOf, refusalOf } from './drafting';

describe('a copy of a built-in template', () => {
  it('goes into the templates folder and is the first choice from then on', async () => {
    const vault = new PlanningTextVault();
    const drafted = planTemplateCopy(draftIn(vault), 'responsibility');
    expect(planOf(drafted)).toMatchObject({
      settings: null,
      creates: [
        { path: 'Templates/Responsibility note.md', text: builtInTemplate('responsibility', DEFAULT_SETTINGS).text },
      ],
    });
    expect(await openTemplate(draftIn(carryOutIn(vault, drafted)), 'responsibility', null)).toMatchObject({
      path: 'Templates/Responsibility note.md',
    });
  });
  it('makes the folder, and the setting that names it, where there is none', () => {
    const drafted = planTemplateCopy(draftIn(new PlanningTextVault(), {}, { templateFolders: [] }), 'phase-page');
    expect(planOf(drafted).settings?.after.templatesFolder).toBe('Templates');
  });
  it('is not written over', () => {
    const drafted = planTemplateCopy(draftIn(new PlanningTextVault({ 'Templates/Overview page.md': 'x' })), 'overview');
    expect(drafted).toMatchObject({ exists: 'Templates/Overview page.md' });
    expect(refusalOf(drafted)).toContain('is there already');
  });
});

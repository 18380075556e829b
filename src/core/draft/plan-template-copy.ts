import { settingsChange } from '../settings/settings-change';
import { builtInTemplate, TEMPLATE_NAMES, type TemplateKind } from '../template/built-in-templates';
import { makeDraft, type Drafted, type Drafting } from './drafting';
import { folderOf } from '../note/link-text';
import { newNotePath } from './new-note-path';

/** Where templates go in a vault that has no folder for them. */
const USUAL_FOLDER = 'Templates';

/**
 * Plans a copy of a built-in template in the templates folder, where it takes the built-in one's place and can be edited. A vault without such a
 * folder gets one, and the setting that names it. Refuses where the copy is there already, and names it.
 */
export function planTemplateCopy({ index, vault, templateFolders }: Drafting, kind: TemplateKind): Drafted {
  const { settings } = index;
  const path = newNotePath(vault, templateFolders[0] ?? USUAL_FOLDER, TEMPLATE_NAMES[kind], 'name');
  if (typeof path !== 'string') return path;
  const folder = folderOf(path);
  return makeDraft(
    {
      done: `Copied the template “${TEMPLATE_NAMES[kind]}” to ${folder}`,
      creates: [{ path, text: builtInTemplate(kind, settings).text }],
      settings: templateFolders.length > 0 ? null : settingsChange(settings, { ...settings, templatesFolder: folder }),
    },
    path,
  );
}

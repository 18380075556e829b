import { noteName } from '../note/link-text';
import { nearestText } from '../note/nearest-text';
import { builtInTemplate, TEMPLATE_NAMES, type Template, type TemplateKind } from '../template/built-in-templates';
import { refuseField, type Drafting, type FieldRefusal } from './drafting';
import { reasonOf } from '../wording/reason-of';
import { sameName } from '../text/same-name';

/** A template that can be chosen: its name and its file, null for the built-in one. */
export interface TemplateChoice {
  readonly name: string;
  readonly path: string | null;
}

/**
 * The templates for a kind of note, the one to begin with first: the user's own with the built-in one's name, else the built-in one; for a
 * responsibility note all the others in the templates folders.
 */
export function listTemplates(
  { vault, templateFolders }: Pick<Drafting, 'vault' | 'templateFolders'>,
  kind: TemplateKind,
): TemplateChoice[] {
  const own: TemplateChoice[] = [];
  for (const path of vault.notes())
    if (templateFolders.some((folder) => folder !== '' && path.startsWith(`${folder}/`)))
      own.push({ name: noteName(path), path });
  own.sort((a, b) => a.name.localeCompare(b.name));
  const isCopy = ({ name }: TemplateChoice): boolean => sameName(name, TEMPLATE_NAMES[kind]);
  const isOther = ({ name }: TemplateChoice): boolean =>
    !Object.values(TEMPLATE_NAMES).some((known) => sameName(known, name));
  const builtIn = { name: TEMPLATE_NAMES[kind], path: null };
  return [...own.filter(isCopy), builtIn, ...(kind === 'responsibility' ? own.filter(isOther) : [])];
}

/** The template chosen by its name or path; null is the first choice. Refuses what is no template, or cannot be read. */
export async function openTemplate(
  drafting: Drafting,
  kind: TemplateKind,
  chosen: string | null,
): Promise<Template | FieldRefusal> {
  const choices = listTemplates(drafting, kind);
  const choice =
    chosen === null
      ? choices[0]
      : (choices.find(({ path }) => path === chosen || path === `${chosen}.md`) ??
        choices.find(({ name }) => sameName(name, chosen)));
  if (!choice) {
    const nearest = nearestText(
      chosen ?? '',
      choices.map(({ name }) => name),
    );
    return refuseField(
      'template',
      `There is no template “${chosen}”${nearest === null ? '' : `; did you mean “${nearest}”?`}`,
    );
  }
  if (choice.path === null) return builtInTemplate(kind, drafting.index.settings);
  try {
    const source = await drafting.vault.read(choice.path);
    if (source) return { ...choice, text: source.text };
    return refuseField('template', `The template ${choice.path} is gone.`);
  } catch (error) {
    return refuseField('template', reasonOf(error));
  }
}

import { todoTag, type Settings } from '../settings/settings';

/** What a template makes. */
export type TemplateKind = 'responsibility' | 'phase-page' | 'overview';

/** A template: the name it is chosen by, and its text with placeholders. */
export interface Template {
  readonly name: string;
  readonly text: string;
  /** The user's own file, or null for a built-in one. */
  readonly path: string | null;
}

/** The names under which a copy of one's own in the templates folder takes the built-in one's place. */
export const TEMPLATE_NAMES: Readonly<Record<TemplateKind, string>> = {
  responsibility: 'Responsibility note',
  'phase-page': 'Phase page',
  overview: 'Overview page',
};

type Words = Pick<Settings, 'overviewHeading' | 'responsibilitiesHeading' | 'properties' | 'tags'>;

/**
 * The note of one responsibility. The tag above the first heading marks the note and is carried by no transclusion; the note quotes the
 * phase's one-sentence section, because the whole Overview would bring its bullets and its own tag along.
 */
const responsibilityNote = ({ overviewHeading, properties, tags }: Words): string => `---
dg-publish: {{publish}}
${properties.phase}: "{{phase-link}}"
${properties.owner}: "{{owner-link}}"
${properties.due}: {{due}}
---

${todoTag({ tags })}

# ${overviewHeading}
{{summary}}{{cursor}}

# How we do it

# Phase
{{phase-summary}}
`;

/** A phase's page, in the shape of its siblings. */
const phasePage = ({ overviewHeading, responsibilitiesHeading, tags }: Words): string => `---
dg-publish: {{publish}}
---

# ${overviewHeading}
## {{purpose}} Phase
This phase is about …{{cursor}}
## ${responsibilitiesHeading}
{{summary}}
${todoTag({ tags })}
`;

/** The page that gathers the phases. They are written below it. */
const overviewPage = (): string => `# {{title}}

Running a service starts before its first release and goes on long after it. Each phase has a page with its responsibilities.{{cursor}}
`;

/** The text of a built-in template, with the headings, properties and tag that the settings name. */
export function builtInTemplate(kind: TemplateKind, words: Words): Template {
  const text = { responsibility: responsibilityNote, 'phase-page': phasePage, overview: overviewPage }[kind](words);
  return { name: TEMPLATE_NAMES[kind], text, path: null };
}

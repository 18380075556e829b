// Templates in, notes out (README, "Templates"). `|` marks the cursor in what is expected.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { builtInTemplate } from '../../../src/core/template/built-in-templates';
import { fillTemplate, type TemplateValues } from '../../../src/core/template/fill-template';
import { PLACEHOLDERS } from '../../../src/core/template/placeholders';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { note } from '../todo/todo-table';

const now = (format: string): string => `<${format}>`;

function fill(
  template: string,
  values: TemplateValues['values'] = {},
  inProperties: TemplateValues['inProperties'] = {},
): string {
  const { text, cursor } = fillTemplate(template, { values, inProperties, now });
  return cursor === null ? text : `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}
const property = (template: string, values: TemplateValues['values']): unknown =>
  parseMetadata(fill(note('---', `p: ${template}`, '---', ''), values)).frontmatter?.p;

describe('a placeholder', () => {
  it('gives way to its value, each in its turn', () => {
    for (const name of PLACEHOLDERS)
      expect(fill(`a {{${name}}} b {{ ${name.toUpperCase()} }}`, { [name]: 'x' })).toBe('a x b x');
  });
  it('that stands for nothing leaves nothing, and no empty line of its own', () => {
    expect(fill(note('a {{owner}}.', '{{summary}}', 'b'))).toBe(note('a .', 'b'));
  });
  it('that nobody knows stays as it is, and is told', () => {
    const filled = fillTemplate(note('---', 'a: {{b}}', '---', '{{tittle}} {{title:x}} {{title}}'), {
      values: { title: 'T' },
      inProperties: {},
      now,
    });
    expect(filled.text).toBe(note('---', 'a: {{b}}', '---', '{{tittle}} {{title:x}} T'));
    expect(filled.unknown).toEqual(['{{b}}', '{{tittle}}', '{{title:x}}']);
  });
  it('in a value is text', () => {
    expect(fill('{{title}}', { title: '{{date}} {{title}} $& $1' })).toBe('{{date}} {{title}} $& $1');
  });
  it('for a date has a format of Moment’s, or the usual one', () => {
    expect(fill('{{date}} {{time}} {{date:dddd, D MMM}} {{time:HH:mm:ss}} {{date:}}')).toBe(
      '<YYYY-MM-DD> <HH:mm> <dddd, D MMM> <HH:mm:ss> <YYYY-MM-DD>',
    );
  });
  it('for the cursor says where one goes on writing', () => {
    expect(fill(note('---', 'a: {{cursor}}1', '---', 'x {{cursor}}y {{cursor}}'))).toBe(
      note('---', 'a: 1', '---', 'x |y '),
    );
  });
});

describe('a property', () => {
  it('without a value is left out, and an empty frontmatter with it', () => {
    expect(fill(note('---', 'phase: "{{phase-link}}"', 'due: {{due}}', 'keep:', 'text: x', '---', 'y'))).toBe(
      note('---', 'keep:', 'text: x', '---', 'y'),
    );
    expect(fill(note('---', 'phase: "[[{{phase}}]]"', '---', '', 'y'))).toBe('y');
  });
  it('whose list comes out empty is left out', () => {
    expect(fill(note('---', 'tags:', '  - {{phase}}', 'owners:', '- "{{owner}}"', '- me', '---', ''))).toBe(
      note('---', 'owners:', '- me', '---', ''),
    );
    expect(
      fill(
        note(
          '---',
          'roles:',
          '  - name: "{{owner}}"',
          '    due: {{due}}',
          '  - name: me',
          '    x: {{title}}',
          '---',
          '',
        ),
        {
          title: 'a: b',
        },
      ),
    ).toBe(note('---', 'roles:', '  - name: me', '    x: "a: b"', '---', ''));
    expect(
      fill(note('---', 'aliases: ["{{owner}}", {{due}}]', 'owners: [ "{{owner}}", me ]', 'none: []', '---', '')),
    ).toBe(note('---', 'owners: [me]', 'none: []', '---', ''));
  });
  it('reads as the text it stands for, whatever that holds', () => {
    for (const title of [
      'Plain words',
      'a: b',
      '#x',
      '- x',
      '"quoted"',
      "it's",
      'back\\slash',
      '[[Link|x]]',
      'true',
      '12',
      '{a}',
      '@x',
      'x: ',
      'ends #x',
      'yes',
      'Ä: ü',
      "''",
    ]) {
      expect(property('{{title}}', { title }), title).toBe(title.trim());
      expect(property('"{{title}}"', { title }), title).toBe(title);
      expect(property("'{{title}}'", { title }), title).toBe(title);
      expect(property('On {{title}}!', { title })).toBe(`On ${title}!`);
      expect(property('[{{title}}, x]', { title }), title).toEqual([title.trim(), 'x']);
    }
  });
  it('of a truth value or date stays one', () => {
    expect(property('{{publish}}', { publish: 'true' })).toBe(true);
    expect(fill(note('---', 'due: {{due}}', '---'), { due: '2026-12-01' })).toContain('due: 2026-12-01');
  });
  it('keeps the comment behind it, which is no part of it', () => {
    expect(
      fill(note('---', 'due: {{due}} # by {{title}}', 'n: 1 # {{due}}', 'owner: "{{owner}}" # who', '---', 'x'), {
        due: '2026-12-01',
        title: 'T',
      }),
    ).toBe(note('---', 'due: 2026-12-01 # by T', 'n: 1 # 2026-12-01', '---', 'x'));
    expect(property('{{title}} # {{title}}', { title: 'a # b' })).toBe('a # b');
  });
  it('of a template in the JSON form is one of ordinary YAML', () => {
    const json =
      '{"dg-publish": {{publish}}, "phase": "{{phase-link}}", "due": "{{due}}", "title": {{title}}, "tags": ["{{owner}}", "a, b"], \'odd key\': {"a": [1, 2]}}';
    const yaml = note(
      '---',
      'dg-publish: true',
      'phase: "[[D]]"',
      'title: "a, \\"b\\" # {c}"',
      'tags: ["a, b"]',
      '\'odd key\': {"a": [1, 2]}',
      '---',
      'x',
    );
    const values = { publish: 'true', 'phase-link': '[[D]]', title: 'a, "b" # {c}' };
    expect(fill(note('---', json, '---', 'x'), values)).toBe(yaml);
    expect(
      fill(
        note(
          '---',
          ...json.replaceAll(', "', ',\n  "').replace('{', '{\n').replace(/\}$/, '\n}').split('\n'),
          '---',
          'x',
        ),
        values,
      ),
    ).toBe(yaml);
    expect(parseMetadata(yaml).frontmatter).toMatchObject({
      'dg-publish': true,
      title: 'a, "b" # {c}',
      'odd key': { a: [1, 2] },
    });
  });
  it('has the link that a property can hold', () => {
    expect(
      fill(
        note('---', 'p: "{{phase-link}}"', '---', '{{phase-link}}'),
        { 'phase-link': '[D](D.md)' },
        { 'phase-link': '[[D]]' },
      ),
    ).toBe(note('---', 'p: "[[D]]"', '---', '[D](D.md)'));
  });
});

describe('a heading', () => {
  it('goes when all that stood below it came out empty', () => {
    expect(fill(note('# A', 'x', '', '# Phase', '{{phase-summary}}', ''))).toBe(note('# A', 'x', ''));
    expect(fill(note('# Phase', '{{phase-summary}}', '# A'))).toBe('# A');
  });
  it('stays when it holds anything else', () => {
    expect(fill(note('# A', '# B', '{{summary}}{{cursor}}', '# C', '{{owner}}', '## D'))).toBe(
      note('# A', '# B', '|', '# C', '## D'),
    );
    expect(fill(note('```', '# A', '{{owner}}', '```'))).toBe(note('```', '# A', '```'));
  });
});

describe('the built-in templates', () => {
  it('make a responsibility note', () => {
    const { text } = builtInTemplate('responsibility', DEFAULT_SETTINGS);
    expect(
      fill(text, {
        publish: 'true',
        'phase-link': '[[Day 2 Operations]]',
        summary: 'Answer pages.',
        'phase-summary': '![[Day 2 Operations#Maintenance Phase]]',
      }),
    ).toBe(
      note(
        '---',
        'dg-publish: true',
        'phase: "[[Day 2 Operations]]"',
        '---',
        '',
        '#todo',
        '',
        '# Overview',
        'Answer pages.|',
        '',
        '# How we do it',
        '',
        '# Phase',
        '![[Day 2 Operations#Maintenance Phase]]',
        '',
      ),
    );
    expect(fill(text)).toBe(note('#todo', '', '# Overview', '|', '', '# How we do it', ''));
  });
  it('make a phase page', () => {
    const { text } = builtInTemplate('phase-page', { ...DEFAULT_SETTINGS, overviewHeading: 'Summary' });
    expect(fill(text, { purpose: 'Decommissioning' })).toBe(
      note('# Summary', '## Decommissioning Phase', 'This phase is about …|', '## Responsibilities', '#todo', ''),
    );
    expect(fill(text)).toContain('\n## Phase\n');
  });
});

describe('a template with CRLF, or a byte order mark', () => {
  it('is filled alike, with plain line ends', () => {
    expect(fill('---\r\nphase: {{phase}}\r\na: b\r\n---\r\n{{title}}\r\n', { title: 'T' })).toBe('---\na: b\n---\nT\n');
    expect(fill('\uFEFF---\nphase: {{phase}}\na: b\n---\n{{title}}', { title: 'T' })).toBe('---\na: b\n---\nT');
  });
});

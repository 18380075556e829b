import type { Setting, SettingDefinitionItem } from 'obsidian';
import { TEMPLATE_NAMES, type TemplateKind } from '../../core/template/built-in-templates';
import type { SettingsHost } from './settings-host';

/** The settings of templates, and, in a vault that is published, of the addresses that new notes get. */
export function defineTemplates(host: SettingsHost): SettingDefinitionItem[] {
  const copy = (kind: TemplateKind, desc: string) => ({
    name: TEMPLATE_NAMES[kind],
    desc,
    render: (setting: Setting): void => {
      setting.addButton((button) => button.setButtonText('Make my own copy').onClick(() => host.copyTemplate(kind)));
    },
  });
  return [
    {
      type: 'group',
      heading: 'Templates',
      items: [
        copy('responsibility', 'What a new responsibility note holds.'),
        copy('phase-page', 'What a new phase page holds.'),
        copy('overview', 'What the overview page of a new vault begins with.'),
      ],
    },
    {
      type: 'group',
      heading: 'Digital Garden',
      visible: () => host.publishes,
      items: [
        {
          name: 'Path rewrite rules',
          desc: 'As in the Garden’s settings, with commas between them: Engineering/Operations:ops. Used for a dg-permalink, and to find the page of a frozen copy; the Garden’s own settings hold a secret and are not read.',
          control: { type: 'text', key: 'garden.rewriteRules' },
        },
        {
          name: 'Slugify paths',
          desc: 'Whether the Garden makes slugs of addresses.',
          control: { type: 'toggle', key: 'garden.slugify' },
        },
      ],
    },
  ];
}

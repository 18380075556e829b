import type { Setting, SettingDefinitionItem } from 'obsidian';
import { isAnswerable } from '../../core/board/query/query';
import { readQuery } from '../../core/board/query/read-query';
import { moveEntry, removeEntry } from '../../core/settings/edit-settings';
import type { ReadyCriterion, Settings } from '../../core/settings/settings';
import { READY_CRITERIA } from '../../core/settings/settings';
import { renameView, viewNameProblem, type SavedView } from '../../core/settings/view';

type List = Extract<SettingDefinitionItem, { type: 'list' }>;
type Change = (edit: (settings: Settings) => Settings) => void;

const CRITERION_WORDS: Readonly<Record<ReadyCriterion, string>> = {
  error: 'Its page has no error in the handbook check',
  overdue: 'Nothing is overdue',
  open: 'Nothing is open',
  owner: 'Every responsibility has an owner',
};

/** How the board opens, asks and records. `progressProblem`: why nothing is added to the record of progress, or null. */
export const defineBoard = (progressProblem: string | null): SettingDefinitionItem => ({
  type: 'group',
  heading: 'Board',
  items: [
    {
      name: 'Open in',
      desc: 'Where the board opens when none is open.',
      control: {
        type: 'dropdown',
        key: 'boardPlace',
        options: { main: 'A main tab', right: 'The right sidebar' },
      },
    },
    {
      name: 'Preview a bullet’s move',
      desc: 'Show what is written before a bullet of a phase page moves to another page.',
      control: { type: 'toggle', key: 'previewBulletMoves' },
    },
    {
      name: 'Record progress',
      desc:
        progressProblem ??
        'A record a day of how far each phase is, beside these settings (at most 2 kB a month), for “Progress over time” in the board’s menu.',
      control: { type: 'toggle', key: 'keepProgress' },
    },
  ],
});

/** What must be so before a phase is ready: a switch for each. */
export const defineReadiness = (): SettingDefinitionItem => ({
  type: 'group',
  heading: 'A phase is ready when',
  items: READY_CRITERIA.map((criterion) => ({
    name: CRITERION_WORDS[criterion],
    control: { type: 'toggle', key: `readyCriteria.${criterion}` },
  })),
});

const changeQuery = (savedViews: readonly SavedView[], index: number, query: string): readonly SavedView[] =>
  savedViews.map((one, at) => (at === index ? { ...one, view: { ...one.view, query } } : one));

const NAME_DESC = 'Links and blocks go on using a former name.';

/** A text that is taken when its field is left; `take` answers with what is to be said below its name. */
const textField = (name: string, desc: string, value: string, take: (typed: string) => string) => ({
  name,
  ...(desc !== '' && { desc }),
  render: (setting: Setting): void =>
    void setting.addText((text) => {
      text.setValue(value).inputEl.addEventListener('change', () => {
        setting.setDesc(take(text.getValue()));
      });
    }),
});

/** The saved views, to be renamed, put in order and taken away. A name is taken when the field is left, since each that it had counts from then on. */
export const defineSavedViews = (savedViews: readonly SavedView[], change: Change): List => ({
  type: 'list',
  heading: 'Saved views',
  emptyState: 'No saved views. Filter the board, then choose “Save this view…” beside the filter.',
  items: savedViews.map(({ name, view }, index) => ({
    type: 'page',
    name,
    desc: view.query === '' ? 'All cards' : view.query,
    items: [
      textField('Name', NAME_DESC, name, (typed) => {
        const problem = viewNameProblem(savedViews, name, typed);
        if (problem === null) change((now) => ({ ...now, savedViews: renameView(now.savedViews, name, typed) }));
        return problem ?? NAME_DESC;
      }),
      textField('Query', '', view.query, (typed) => {
        const asked = readQuery(typed);
        if (isAnswerable(asked)) change((now) => ({ ...now, savedViews: changeQuery(now.savedViews, index, typed) }));
        return asked.messages.map((message) => message.text).join(' ');
      }),
    ],
  })),
  onDelete: (index) => change((now) => removeEntry(now, 'savedViews', index)),
  onReorder: (from, to) => change((now) => moveEntry(now, 'savedViews', from, to)),
});

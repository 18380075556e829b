import { joinQueries } from '../core/board/query/join-queries';
import { isAnswerable } from '../core/board/query/query';
import { readQuery } from '../core/board/query/read-query';
import { nearestText } from '../core/note/nearest-text';
import type { Settings } from '../core/settings/settings';
import { DEFAULT_VIEW, SORTS, viewNamed, type View } from '../core/settings/view';
import { oneOf, type CliValues } from './parse-flags';

function savedView({ savedViews }: Settings, name: string): View {
  const saved = viewNamed(savedViews, name);
  if (saved) return saved.view;
  const names = savedViews.map((one) => one.name);
  const nearest = nearestText(name, names);
  throw new Error(
    `There is no saved view "${name}"${nearest === null ? '' : `; did you mean "${nearest}"?`}${names.length === 0 ? '. There are none.' : ` Allowed: ${names.join(', ')}.`}`,
  );
}

/** The view that `view=`, `query=` and `sort=` name; with both, what passes both queries. Throws for a query that cannot be answered, saying where and why. */
export function readView(settings: Settings, values: CliValues): View {
  const base = values.view === undefined ? DEFAULT_VIEW : savedView(settings, values.view);
  const query = joinQueries(base.query, values.query ?? '');
  const asked = readQuery(query);
  if (!isAnswerable(asked))
    throw new Error(
      asked.messages
        .flatMap(({ severity, text, start }) =>
          severity === 'error' ? [`query, character ${start + 1}: ${text}`] : [],
        )
        .join('\n'),
    );
  return { ...base, query, sort: values.sort === undefined ? base.sort : oneOf(values, 'sort', SORTS) };
}

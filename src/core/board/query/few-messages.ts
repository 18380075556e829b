import type { QueryMessage } from './query';

/** More than these push the board out of sight. */
const MOST = 3;

/** Of what is to be said of a query as much as somebody reads: each thing once, first what keeps it from being answered. */
export function fewMessages(messages: readonly QueryMessage[]): readonly QueryMessage[] {
  const each = [...new Map(messages.map((message) => [message.text, message])).values()].sort((a, b) =>
    a.severity.localeCompare(b.severity),
  );
  const more = each.length - MOST;
  return more <= 0
    ? each
    : [...each.slice(0, MOST), { severity: 'note', text: `And ${more} more such slips.`, start: 0, end: 0 }];
}

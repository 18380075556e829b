// What can be typed next: keys, then values that cards have, the nearest first, each with as many cards as it then finds.
import { describe, expect, it } from 'vitest';
import { askedOf, BoardBuilder, type BoardRequest } from '../../../../src/core/board/build-board';
import { isAnswerable } from '../../../../src/core/board/query/query';
import { readQuery } from '../../../../src/core/board/query/read-query';
import { isKeyed, isTypedInFull, suggest, type Suggestion } from '../../../../src/core/board/query/suggest';
import { DEFAULT_VIEW } from '../../../../src/core/settings/view';
import { fixtureVault } from '../../fixture-vault';

const vault = fixtureVault('demo-vault');
const index = vault.index();
const builder = new BoardBuilder();
const request = (query: string): BoardRequest => ({
  index,
  vault,
  view: { ...DEFAULT_VIEW, query },
  today: '2026-11-30',
});

/** At the `|` of a query. */
function suggestions(marked: string): readonly Suggestion[] {
  const text = marked.replace('|', '');
  return suggest(text, marked.indexOf('|'), builder.pool(request(text)), askedOf(request(text)));
}

const words = (marked: string): string[] =>
  suggestions(marked).map(({ text, count }) => (count === null ? text : `${text} ${count}`));

describe('suggestions', () => {
  it('are all keys where nothing is typed', () => {
    expect(words('|')).toEqual(['owner:', 'state:', 'phase:', 'due:', 'kind:', 'is:', 'in:', 'tag:']);
    expect(words('runbooks |')).toHaveLength(8);
  });
  it('are needed until a word is typed in full and none goes on from it', () => {
    const isFull = (marked: string): boolean => isTypedInFull(marked.replace('|', ''), suggestions(marked));
    for (const full of ['owner:engineer|', 'owner:"Release Manager"|', 'owner:Reliability|', 'state:none|'])
      expect(isFull(full), full).toBe(true);
    for (const begun of ['owner:|', 'owner:eng|', 'owner:release|', 'owner:"release|', 'ow|', 'state:blokced|'])
      expect(isFull(begun), begun).toBe(false);
  });
  it('are for keys and their values, not for plain words', () => {
    const isAsked = (marked: string): boolean => isKeyed(marked.replace('|', ''), marked.indexOf('|'));
    for (const keyed of ['o|', '-ow|', 'owner:|', 'owner:x|', 'owner:a,b|', 'runbooks st|', 'owner:"a b|'])
      expect(isAsked(keyed), keyed).toBe(true);
    for (const plain of ['rel|', 'ownr:x|', 'owner:x runbooks|', '"task 7|']) expect(isAsked(plain), plain).toBe(false);
  });
  it('are keys that begin so, then values that fit', () => {
    expect(words('ow|')[0]).toBe('owner:');
    expect(words('rel|')).toEqual([
      'owner:"Release Manager" 2',
      'owner:"Site Reliability Engineer" 4',
      'in:"Engineering/Operations/Day 1 Operations/Release Checklist" 5',
    ]);
    expect(words('-i|').slice(0, 2)).toEqual(['is:', 'in:']);
  });
  it('are the values of a key that exist, with counts, the most frequent first, or as they are known', () => {
    expect(words('owner:|')).toEqual([
      'none 40',
      'any 7',
      '"Site Reliability Engineer" 4',
      '"Release Manager" 2',
      '"DevSecOps Engineer" 1',
    ]);
    expect(words('state:|')).toEqual(['none 41', 'any 6', 'blocked 4', 'waiting 2']);
    expect(words('due:|')).toEqual(['overdue 4', 'today 1', 'week 3', 'none 39', 'any 8']);
    expect(words('is:|')).toEqual(['empty 3', 'hidden 2', 'shown 11', 'done 6']);
    expect(words('phase:|')).toEqual(['"Day 0" 12', '"Day 1" 19', '"Day 2" 11', 'Cross-phase 5']);
  });
  it('count what passes the other terms, and the values beside them', () => {
    expect(words('owner:any due:|')).toEqual(['overdue 3', 'none 3', 'any 4']);
    expect(words('owner:|re due:any').map((one) => one.split(' ')[0])).toEqual(['"Release', '"Site']);
    expect(words('state:blocked,w|')).toEqual(['waiting 6']);
    expect(words('-state:blo|')).toEqual(['blocked 43']);
  });
  it('put the nearest first, and find what a slip could have meant', () => {
    expect(words('owner:eng|')).toEqual(['"Site Reliability Engineer" 4', '"DevSecOps Engineer" 1']);
    expect(words('owner:"Site R|')).toEqual(['"Site Reliability Engineer" 4']);
    expect(words('state:bloked|')).toEqual(['blocked 4']);
    expect(words('in:engineering/run|')[0]).toBe('Engineering/Runbooks 3');
    expect(words('tag:#todo/d|')).toEqual([
      '#todo/day-1 2',
      '#todo/Day_2 1',
      '#todo/day-0 1',
      '#todo/day-1/blocked 1',
      '#todo/day-2 1',
    ]);
    expect(words('kind:zzz|')).toEqual([]);
  });
  it('find as many cards as they say, wherever they are taken', () => {
    for (const marked of [
      'owner:|',
      'state:|',
      'phase:|',
      'due:|',
      'kind:|',
      'is:|',
      'in:|',
      'tag:|',
      're|',
      '-owner:|',
      'due:any -is:|',
      'rollback in:|',
      'is:done owner:|',
      'state:none,| due:none',
    ])
      for (const { text, count, start, end } of suggestions(marked)) {
        if (count === null) continue;
        const typed = marked.replace('|', '');
        const query = typed.slice(0, start) + text + typed.slice(end);
        expect(isAnswerable(readQuery(query))).toBe(true);
        expect([query, builder.build(request(query)).shown]).toEqual([query, count]);
      }
  });
});

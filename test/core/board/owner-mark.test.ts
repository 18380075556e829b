// Letters and colour that stand for a name.
import { expect, it } from 'vitest';
import { ownerMark } from '../../../src/core/board/owner-mark';

it('an owner’s letters are those of the first two words, whatever the script', () => {
  expect(
    ['Site Reliability Engineer', 'SRE', 'dev-sec_ops', '运维 团队', 'مهندس الموقع', '🦊 Fox', 'Émile', '???'].map(
      (name) => ownerMark(name).initials,
    ),
  ).toEqual(['SR', 'S', 'DS', '运团', 'ما', 'F', 'É', '']);
});

it('an owner’s colour is always the same, and those of a team differ', () => {
  const names = ['SRE', 'Release Manager', 'DevSecOps Engineer', 'Product Owner', 'Baker', 'Cook'];
  expect(new Set(names.map((name) => ownerMark(name).hue)).size).toBe(names.length);
  expect(ownerMark('SRE')).toEqual(ownerMark('SRE'));
});

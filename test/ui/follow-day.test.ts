// Another day begins: at midnight, and for a device that slept through it when it is looked at.
import { Component } from 'obsidian';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followDay } from '../../src/ui/follow-day';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 2, 9, 23, 58, 30) }));
afterEach(() => void vi.useRealTimers());

it('tells of each day once, as long as its owner is loaded', () => {
  const owner = new Component();
  const told: string[] = [];
  owner.load();
  followDay(owner, () => told.push(new Date().toDateString()));
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['Tue Mar 10 2026']);
  vi.setSystemTime(new Date(2026, 2, 12, 8));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(told).toEqual(['Tue Mar 10 2026', 'Thu Mar 12 2026']);
  vi.advanceTimersByTime(120_000);
  expect(told.length).toBe(2);
  owner.unload();
  vi.advanceTimersByTime(86_400_000);
  expect(told.length).toBe(2);
});

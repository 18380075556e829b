import type { Component } from 'obsidian';
import { isoDay } from '../core/text/iso-day';

/** So often it is asked, in milliseconds; a device that slept through midnight finds out when it is looked at. */
const EVERY_MS = 60_000;

/** Tells when another local day has begun, as long as the owner is loaded. */
export function followDay(owner: Component, told: () => void): void {
  let today = isoDay(new Date());
  const look = (): void => {
    const now = isoDay(new Date());
    if (now === today) return;
    today = now;
    told();
  };
  owner.registerInterval(window.setInterval(look, EVERY_MS));
  owner.registerDomEvent(window.document, 'visibilitychange', look);
}

import { isoDay } from '../core/todo/iso-day';

/** Today in local time, ISO. */
export const today = (): string => isoDay(new Date());

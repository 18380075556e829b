import { isoDay } from '../core/todo/day';

/** Today in local time, ISO. */
export const today = (): string => isoDay(new Date());

import { isoDay } from '../core/board/iso-day';

/** Today in local time, ISO. */
export const today = (): string => isoDay(new Date());

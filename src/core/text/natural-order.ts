/** Case and accents aside, and numbers by what they are: Day 2 before Day 10. */
export const naturalOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

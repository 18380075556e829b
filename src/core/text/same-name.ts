/** Whether two names are one to a person: case and blanks around them aside. */
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

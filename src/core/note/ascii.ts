/** Whether a UTF-16 unit is an ASCII letter in lower case, to which `unit | 32` brings both cases. */
export const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

/** The same, or a digit. */
export const isLetterOrDigit = (unit: number): boolean => isLetter(unit) || (unit >= 48 && unit <= 57);

/** Whether a text is ASCII alone. Quicker than an expression where every note of a vault is asked. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

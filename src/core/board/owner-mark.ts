/** How a person or role is told at a glance: one or two letters, and a colour that the name always gets. */
export interface OwnerMark {
  readonly initials: string;
  /** 0 to 359, for `hsl()`. */
  readonly hue: number;
}

const marks = new Map<string, OwnerMark>();

export function ownerMark(name: string): OwnerMark {
  const known = marks.get(name);
  if (known) return known;
  const words = name.split(/[\s_-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const initials = words
    .slice(0, 2)
    .map((word) => Array.from(word).find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '')
    .join('')
    .toUpperCase();
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  // Steps of the golden angle: names whose sums are neighbours get colours far apart.
  const mark = { initials, hue: Math.round(sum * 137.508) % 360 };
  marks.set(name, mark);
  return mark;
}

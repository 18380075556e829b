/** A note's path as a link names it: without `.md`. */
export const fullPath = (path: string): string => path.replace(/\.md$/i, '');

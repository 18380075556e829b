/** What the directory's scanner shows of a plugin, without blaming it: each that the script does must be told in the README. */
interface Disclosure {
  readonly name: string;
  /** What in the script does it. */
  readonly sign: RegExp;
  /** The README's sentence on it. */
  readonly told: RegExp;
}

export const DISCLOSURES: readonly Disclosure[] = [
  {
    name: 'vault enumeration',
    sign: /\.(?:getMarkdownFiles|getFiles|getAllLoadedFiles|getAllFolders)\(/,
    told: /lists? (?:the|all) notes and folders/i,
  },
  { name: 'reads of notes', sign: /\.(?:cachedRead|read)\(/, told: /reads? .*text/i },
  { name: 'writes of notes', sign: /\.(?:process|create|createFolder)\(/, told: /writes? .*notes/i },
  { name: 'deletion of notes', sign: /\.trashFile\(/, told: /trash/i },
  { name: 'the clipboard', sign: /\bclipboard\b/, told: /clipboard/i },
  { name: 'network', sign: /\b(?:requestUrl|XMLHttpRequest|WebSocket|sendBeacon)\b|\bfetch\(/, told: /(?!)/ },
  { name: 'Node or Electron', sign: /require\("(?:node:)?(?:fs|child_process|electron|os|path|http)"\)/, told: /(?!)/ },
  { name: 'code out of texts', sign: /\beval\(|new Function\(/, told: /(?!)/ },
];

/** Which the script does, and whether the README tells of each. */
export function disclosuresOf(script: string, readme: string): { readonly name: string; readonly isTold: boolean }[] {
  const code = script.replace(/\/\*![^]*?\*\//g, '');
  return DISCLOSURES.filter(({ sign }) => sign.test(code)).map(({ name, told }) => ({
    name,
    isTold: told.test(readme),
  }));
}

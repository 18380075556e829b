/** Functions that Obsidian declares and the host does not have yet: they are there, and calling one throws. */
import { unmodelled } from './unmodelled';

function refused(name: string): (...args: unknown[]) => never {
  return () => {
    throw unmodelled(name);
  };
}

export const displayTooltip = refused('displayTooltip');
export const finishRenderMath = refused('finishRenderMath');
export const htmlToMarkdown = refused('htmlToMarkdown');
export const loadMathJax = refused('loadMathJax');
export const loadMermaid = refused('loadMermaid');
export const loadPdfJs = refused('loadPdfJs');
export const loadPrism = refused('loadPrism');
export const parseFrontMatterAliases = refused('parseFrontMatterAliases');
export const parseFrontMatterStringArray = refused('parseFrontMatterStringArray');
export const renderMath = refused('renderMath');

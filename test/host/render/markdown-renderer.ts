/** Renders Markdown as the app does: links, tags, embeds, other plugins' code blocks and post processors. */
import type { Component, MarkdownPostProcessor, MarkdownPostProcessorContext } from 'obsidian';
import type { App } from '../app/app';
import { currentApp } from '../app/current-app';
import { registrationsOf } from '../app/registrations';
import { reportError } from '../host-record';
import { Component as ComponentClass } from '../mocks';
import { finishBlocks } from './finish-blocks';
import { finishLinks } from './finish-links';
import { finishText } from './finish-text';
import { loadEmbeds } from './load-embeds';
import { toFragment } from './to-fragment';

export interface RenderRequest {
  readonly app: App;
  readonly markdown: string;
  readonly el: HTMLElement;
  readonly sourcePath: string;
  readonly component: Component;
  /** In how many transclusions this text stands. */
  readonly depth: number;
  /** The text is a whole note in its own view; of any other text, a plugin's or an embed's, nobody tells where it stands. */
  readonly isNote?: boolean;
}

type CodeBlockHandler = (source: string, el: HTMLElement, context: MarkdownPostProcessorContext) => unknown;

let nextDoc = 1;

export abstract class MarkdownRenderer extends ComponentClass {
  static render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    return renderInto({ app, markdown, el, sourcePath, component, depth: 0 });
  }

  static renderMarkdown(markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    return MarkdownRenderer.render(currentApp(), markdown, el, sourcePath, component);
  }
}

/** A note in reading view. */
export const renderNote = (request: Omit<RenderRequest, 'depth'>): Promise<void> =>
  renderInto({ ...request, depth: 0, isNote: true });

async function renderInto(request: RenderRequest): Promise<void> {
  const { app, markdown, el, sourcePath } = request;
  const fragment = toFragment(markdown);
  finishLinks(fragment, app, sourcePath);
  // Callouts are known by their first line, which is still one line of text.
  finishBlocks(fragment);
  finishText(fragment);
  const context = contextOf(request);
  const { others } = registrationsOf(app);
  const blocks = (others.get('registerMarkdownCodeBlockProcessor') ?? new Map()) as Map<string, CodeBlockHandler>;
  const waiting = runCodeBlocks(fragment, blocks, context);
  const rendered = createDiv();
  rendered.append(fragment);
  await loadEmbeds(rendered, request, renderInto);
  // Post processors see the elements before they are in the page, as in the app.
  const processors = [...(others.get('registerMarkdownPostProcessor')?.keys() ?? [])] as MarkdownPostProcessor[];
  processors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
  for (const process of processors) waiting.push(attempt(() => process(rendered, context)));
  await Promise.all(waiting);
  el.append(...rendered.childNodes);
}

function runCodeBlocks(
  root: ParentNode,
  blocks: ReadonlyMap<string, CodeBlockHandler>,
  context: MarkdownPostProcessorContext,
): Promise<void>[] {
  const running: Promise<void>[] = [];
  for (const code of [...root.querySelectorAll('pre > code[class^="language-"]')]) {
    const language = code.className.slice('language-'.length);
    const handler = blocks.get(language);
    if (!handler) {
      code.parentElement?.addClass(code.className);
      continue;
    }
    const place = createDiv(`block-language-${language}`);
    const source = code.textContent.replace(/\n$/, '');
    code.parentElement?.replaceWith(place);
    running.push(attempt(() => handler(source, place, context)));
  }
  return running;
}

function contextOf({
  app,
  markdown,
  sourcePath,
  component,
  isNote = false,
}: RenderRequest): MarkdownPostProcessorContext {
  return {
    docId: `doc-${nextDoc++}`,
    sourcePath,
    frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
    addChild: (child) => void component.addChild(child),
    getSectionInfo: () => (isNote ? { text: markdown, lineStart: 0, lineEnd: markdown.split('\n').length - 1 } : null),
  };
}

async function attempt(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    reportError(error);
  }
}

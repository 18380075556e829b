/** The classes and attributes that the app gives to headings, tasks, callouts and links. */
import { setIcon } from '../icons/icons';

export function finishBlocks(root: ParentNode): void {
  for (const heading of root.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')) {
    heading.dataset.heading = heading.textContent;
    heading.dir = 'auto';
  }
  for (const paragraph of root.querySelectorAll<HTMLElement>('p, li')) paragraph.dir = 'auto';
  for (const item of root.querySelectorAll('li')) drawOtherBox(item);
  root
    .querySelectorAll<HTMLInputElement>('li > input[type=checkbox], li > p > input[type=checkbox]')
    .forEach(finishTask);
  for (const quote of root.querySelectorAll<HTMLElement>('blockquote')) finishCallout(quote);
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) finishLink(link);
}

/** Whatever one character stands in the brackets of a task is drawn as a box that is checked; the parser knows `x` alone. */
function drawOtherBox(item: HTMLLIElement): void {
  const first = item.firstElementChild;
  const text = (first?.matches('p') ? first : item).firstChild;
  const [box, status = ''] =
    text?.nodeType === Node.TEXT_NODE ? (/^\[([^\s\]])\](?=\s)/u.exec(text.nodeValue ?? '') ?? []) : [];
  if (!text || box === undefined) return;
  text.nodeValue = (text.nodeValue ?? '').slice(box.length);
  const input = createEl('input', { type: 'checkbox' });
  input.checked = true;
  text.before(input);
  item.dataset.task = status;
}

function finishTask(box: HTMLInputElement, line: number): void {
  const item = box.closest('li');
  box.disabled = false;
  box.className = 'task-list-item-checkbox';
  box.dataset.line = String(line);
  if (!item) return;
  box.setAttribute('aria-label', item.textContent.trim());
  item.classList.add('task-list-item');
  item.classList.toggle('is-checked', box.checked);
  item.dataset.task ??= box.checked ? 'x' : '';
  item.parentElement?.classList.add('contains-task-list');
}

/** `> [!note] Title` */
function finishCallout(quote: HTMLElement): void {
  const first = quote.querySelector('p');
  const text = first?.firstChild;
  const match =
    text?.nodeType === Node.TEXT_NODE ? /^\[!([\w-]+)\][+-]?[ \t]*(.*)(\n?)/.exec(text.nodeValue ?? '') : null;
  if (!first || !text || !match) return;
  const [whole, type = 'note', title = ''] = match;
  text.nodeValue = (text.nodeValue ?? '').slice(whole.length);
  if (first.textContent === '') first.remove();
  const callout = createDiv({ cls: 'callout', attr: { 'data-callout': type.toLowerCase() } });
  const head = callout.createDiv('callout-title');
  setIcon(head.createDiv('callout-icon'), 'pencil');
  head.createDiv({ cls: 'callout-title-inner', text: title === '' ? type : title });
  callout.createDiv('callout-content').append(...quote.childNodes);
  quote.replaceWith(callout);
}

function finishLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href') ?? '';
  if (link.classList.contains('tag') || link.classList.contains('internal-link')) return;
  link.target = '_blank';
  link.rel = 'noopener nofollow';
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
    link.classList.add('external-link');
  } else {
    link.classList.add('internal-link');
    link.dataset.href = decodeHref(href);
  }
}

function decodeHref(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

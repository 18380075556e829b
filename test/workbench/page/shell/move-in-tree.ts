/** The keyboard in the file tree: arrows move, open and close; Enter does what a click does. */
export function moveInTree(event: KeyboardEvent): void {
  const tree = event.currentTarget as HTMLElement;
  const items = [...tree.querySelectorAll<HTMLElement>('.tree-item-self')];
  const current = (event.target as HTMLElement).closest<HTMLElement>('.tree-item-self');
  if (!current) return;
  const at = items.indexOf(current);
  const expanded = current.getAttribute('aria-expanded');
  switch (event.key) {
    case 'ArrowDown':
      go(items[at + 1]);
      break;
    case 'ArrowUp':
      go(items[at - 1]);
      break;
    case 'Home':
      go(items[0]);
      break;
    case 'End':
      go(items.at(-1));
      break;
    case 'ArrowRight':
      if (expanded === 'false') current.click();
      else if (expanded === 'true') go(items[at + 1]);
      break;
    case 'ArrowLeft':
      if (expanded === 'true') current.click();
      else go(current.closest('.tree-item-children')?.previousElementSibling as HTMLElement | null);
      break;
    case 'Enter':
    case ' ':
      current.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }));
      break;
    default:
      return;
  }
  event.preventDefault();

  function go(item: HTMLElement | null | undefined): void {
    if (!item) return;
    for (const each of items) each.tabIndex = each === item ? 0 : -1;
    item.focus();
  }
}

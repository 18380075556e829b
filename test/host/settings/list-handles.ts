/** What an entry of a list has besides: a handle to drag it by, and a button that deletes it. */
import type { SettingDefinitionGroup, SettingDefinitionList } from 'obsidian';
import { callSafely } from '../host-record';
import { setIcon } from '../icons/icons';
import type { Setting } from './setting';

const DRAGGED = 'application/x-setting-index';

export function addListHandles(row: Setting, group: SettingDefinitionGroup, index: number): void {
  const { onReorder, onDelete, items } = group as SettingDefinitionList;
  if (onReorder) addHandle(row, index, (items ?? []).length, onReorder);
  if (!onDelete) return;
  const remove = () => callSafely(() => onDelete(index));
  row.addExtraButton((button) => button.setIcon('trash-2').setTooltip('Delete').onClick(remove));
  row.settingEl.addEventListener('keydown', (event) => {
    const inField = (event.target as Element).matches('input, textarea, select');
    if (inField || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    remove();
  });
}

/** By the mouse, or by the arrow keys while the handle has the focus. */
function addHandle(row: Setting, index: number, count: number, onReorder: (from: number, to: number) => void): void {
  const { settingEl } = row;
  const move = (from: number, to: number) =>
    from !== to && to >= 0 && to < count && callSafely(() => onReorder(from, to));
  const handle = createEl('button', {
    cls: 'clickable-icon setting-item-drag-handle',
    attr: { type: 'button', 'aria-label': 'Drag to rearrange, or use the arrow keys' },
  });
  setIcon(handle, 'grip-vertical');
  settingEl.prepend(handle);
  settingEl.draggable = true;
  handle.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(index, index + step);
  });
  settingEl.addEventListener('dragstart', (event) => event.dataTransfer?.setData(DRAGGED, String(index)));
  settingEl.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes(DRAGGED)) event.preventDefault();
  });
  settingEl.addEventListener('drop', (event) => {
    const from = event.dataTransfer?.getData(DRAGGED) ?? '';
    if (from === '') return;
    event.preventDefault();
    move(Number(from), index);
  });
}

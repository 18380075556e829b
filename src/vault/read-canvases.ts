import type { Vault } from 'obsidian';
import type { CanvasFile } from '../core/link/canvas';

/** The canvases of the vault, as they are on disk. */
export const readCanvases = (vault: Vault): Promise<readonly CanvasFile[]> =>
  Promise.all(
    vault
      .getFiles()
      .flatMap((file) =>
        file.extension === 'canvas' ? [vault.read(file).then((text) => ({ path: file.path, text }))] : [],
      ),
  );

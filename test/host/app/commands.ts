/** The app's command list (`app.commands`): not declared, but what a palette, a hotkey and a test run commands by. */
import type { Command, MarkdownFileInfo } from 'obsidian';

export class Commands {
  /** By full id, in the order of registration. */
  readonly commands: Record<string, Command> = {};
  readonly #activeEditor: () => MarkdownFileInfo | null;

  constructor(activeEditor: () => MarkdownFileInfo | null) {
    this.#activeEditor = activeEditor;
  }

  addCommand(command: Command): void {
    this.commands[command.id] = command;
  }

  removeCommand(id: string): void {
    delete this.commands[id];
  }

  findCommand(id: string): Command | undefined {
    return this.commands[id];
  }

  /** What the palette would offer now. */
  listCommands(): Command[] {
    return Object.values(this.commands).filter((command) => this.#isAvailable(command));
  }

  /** @returns false when there is no such command, or it does not apply now. */
  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command !== undefined && this.executeCommand(command);
  }

  /** The most specific callback wins: those for an editor before those that ask, and these before the plain one. */
  executeCommand(command: Command): boolean {
    if (!this.#isAvailable(command)) return false;
    const info = this.#activeEditor();
    if (command.editorCheckCallback && info?.editor) command.editorCheckCallback(false, info.editor, info);
    else if (command.editorCallback && info?.editor) command.editorCallback(info.editor, info);
    else if (command.checkCallback) command.checkCallback(false);
    else if (command.callback) command.callback();
    else return false;
    return true;
  }

  #isAvailable(command: Command): boolean {
    const info = this.#activeEditor();
    if (command.editorCheckCallback) {
      return info?.editor !== undefined && command.editorCheckCallback(true, info.editor, info) !== false;
    }
    if (command.editorCallback) return info?.editor !== undefined;
    if (command.checkCallback) return Boolean(command.checkCallback(true));
    return true;
  }
}

import type { Lifecycle } from '../../core/phase/lifecycle';
import type { Settings } from '../../core/settings/settings';
import type { TemplateKind } from '../../core/template/built-in-templates';

/** What the tab edits. */
export interface SettingsHost {
  /** What was found in the vault: it is used where a setting is empty. */
  readonly lifecycle: Lifecycle;
  /** The folder of the core Templates, or null. */
  readonly templatesFolder: string | null;
  /** Whether the vault is one that the Digital Garden publishes. */
  readonly publishes: boolean;
  readonly settings: Settings;
  /** Why changes are not stored, or null. */
  readonly problem: string | null;
  /** Why nothing is added to the record of progress; null: it is added to. */
  readonly progressProblem: string | null;
  change(edit: (settings: Settings) => Settings): Promise<void>;
  /** Writes a built-in template into the templates folder, to be edited, and opens it. */
  copyTemplate(kind: TemplateKind): void;
}

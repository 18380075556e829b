import type { App } from 'obsidian';

/** What of the Tasks plugin is used: version 1 of its API. */
interface TasksApi {
  executeToggleTaskDoneCommand(line: string, path: string): string;
}

const isTasksApi = (api: unknown): api is TasksApi =>
  typeof (api as Partial<TasksApi> | null | undefined)?.executeToggleTaskDoneCommand === 'function';

/** The Tasks plugin's own toggle (recurrence, done dates), or null where it is not installed, or another version. */
export function tasksToggle(app: App): ((line: string, path: string) => string) | null {
  const { plugins } = app as unknown as { plugins?: { plugins?: Record<string, { apiV1?: unknown } | undefined> } };
  const api = plugins?.plugins?.['obsidian-tasks-plugin']?.apiV1;
  return isTasksApi(api) ? (line, path) => api.executeToggleTaskDoneCommand(line, path) : null;
}

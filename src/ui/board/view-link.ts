/** What `obsidian://operations-lifecycle?…` can say. */
export interface ViewLink {
  readonly view?: string | undefined;
  readonly query?: string | undefined;
}

/** The link to a view: by its name when it is saved, else with its query. */
export function viewLink(vault: string, { view, query }: ViewLink): string {
  const what = view === undefined ? `query=${encodeURIComponent(query ?? '')}` : `view=${encodeURIComponent(view)}`;
  return `obsidian://operations-lifecycle?vault=${encodeURIComponent(vault)}&${what}`;
}

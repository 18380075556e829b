/** Light or dark, desktop or phone. */
import type { App } from '../../../host/app/app';
import { rememberTheme, setTheme } from '../set-platform';

export function toggleTheme(app: App): void {
  const theme = app.isDarkMode() ? 'light' : 'dark';
  setTheme(theme);
  rememberTheme(theme);
  app.workspace.trigger('css-change');
}

/** Plugins read the platform when they load: the page starts anew. */
export function toggleMobile(): void {
  const address = new URL(location.href);
  if (address.searchParams.has('mobile')) address.searchParams.delete('mobile');
  else address.searchParams.set('mobile', '1');
  location.assign(address);
}

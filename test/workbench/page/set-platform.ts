/** Tells plugins and styles which device this is, before anything is drawn. */
import { mocks } from '../../host/mocks';
import type { Address } from './read-address';

const THEME_KEY = 'workbench-theme';

export function setPlatform({ theme, isMobile }: Address): void {
  const isMacOS = navigator.userAgent.includes('Mac OS');
  const isWin = navigator.userAgent.includes('Windows');
  Object.assign(mocks.Platform, {
    isDesktop: !isMobile,
    isDesktopApp: !isMobile,
    isMobile,
    isMobileApp: isMobile,
    isPhone: isMobile,
    isAndroidApp: isMobile,
    isMacOS,
    isWin,
    isLinux: !isMacOS && !isWin,
  });
  const { body } = document;
  if (isMobile) body.classList.add('is-mobile', 'is-phone', 'is-floating-nav');
  body.classList.add(isMacOS ? 'mod-macos' : isWin ? 'mod-windows' : 'mod-linux');
  setTheme(theme ?? (localStorage.getItem(THEME_KEY) === 'dark' ? 'dark' : 'light'));
}

export function setTheme(theme: 'light' | 'dark'): void {
  document.body.classList.toggle('theme-light', theme === 'light');
  document.body.classList.toggle('theme-dark', theme === 'dark');
}

/** The choice of a user; an address that asks for a theme does not change it. */
export function rememberTheme(theme: 'light' | 'dark'): void {
  localStorage.setItem(THEME_KEY, theme);
}

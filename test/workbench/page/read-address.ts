/** What the page's address asks for: `?theme=dark`, `?mobile`. */
export interface Address {
  readonly theme: 'light' | 'dark' | null;
  readonly isMobile: boolean;
}

export function readAddress(href: string): Address {
  const { searchParams } = new URL(href);
  const theme = searchParams.get('theme');
  const mobile = searchParams.get('mobile');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    isMobile: mobile !== null && mobile !== 'false' && mobile !== '0',
  };
}

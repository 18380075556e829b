/** HTML of a note, without what runs or leads elsewhere. In the app DOMPurify does this. */
const FORBIDDEN = 'script, style, link, meta, base, object, embed, iframe, frame, form, template, noscript';
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc', 'data']);

export function sanitize(html: string): DocumentFragment {
  // A template's document is inert: no script in it runs, and no image of it is loaded.
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const element of template.content.querySelectorAll(FORBIDDEN)) element.remove();
  for (const element of template.content.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on') || (ADDRESSES.has(name) && isScript(value))) element.removeAttribute(name);
    }
  }
  return template.content;
}

/** White space and control characters within an address do not keep a browser from following it. */
function isScript(address: string): boolean {
  const bare = Array.from(address, (character) => (character <= ' ' ? '' : character)).join('');
  return /^(javascript|vbscript|data:text)/i.test(bare);
}

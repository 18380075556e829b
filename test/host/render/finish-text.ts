/** What the app makes of plain text while it renders: tags, highlights, and a line break where the source has one. */

/** A tag has at least one character that is no digit; highlights do not span a line. */
const TOKEN =
  /(?<before>^|\s)(?<tag>#[\p{L}\p{N}\p{Extended_Pictographic}_/-]*[\p{L}\p{Extended_Pictographic}_/-][\p{L}\p{N}\p{Extended_Pictographic}_/-]*)|==(?<marked>[^=\n]+)==|(?<newline>\n)/gu;

export function finishText(root: ParentNode): void {
  for (const node of textNodes(root)) {
    const text = node.data;
    const parts: (Node | string)[] = [];
    let at = 0;
    for (const match of text.matchAll(TOKEN)) {
      const { before = '', tag, marked, newline } = match.groups ?? {};
      if (newline !== undefined && !node.parentElement?.closest('p, td, th, li, h1, h2, h3, h4, h5, h6')) continue;
      parts.push(text.slice(at, match.index) + before);
      if (tag !== undefined) parts.push(tagLink(tag));
      else if (marked !== undefined) parts.push(createEl('mark', { text: marked }));
      // The line feed of a list is layout, not text.
      else if (text.trim() !== '') parts.push(createEl('br'));
      at = match.index + match[0].length;
    }
    if (at > 0) node.replaceWith(...parts, text.slice(at));
  }
}

function tagLink(tag: string): HTMLElement {
  return createEl('a', { cls: 'tag', text: tag, href: tag, attr: { target: '_blank', rel: 'noopener nofollow' } });
}

function textNodes(root: ParentNode): Text[] {
  const found: Text[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) found.push(node as Text);
    else if (!/^(code|pre|a|button|script|style)$/i.test(node.nodeName)) node.childNodes.forEach(visit);
  };
  visit(root);
  return found;
}

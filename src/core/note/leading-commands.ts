const COMMANDS =
  /^(?:<%[-_]?(?:\*|\s*(?:await )?tp\.file\.(?:mov|renam)e\b)(?:(?![-_]?%>)[^])*(?:-%>(?:\r?\n)?|_%>\s*|%>))+(?=---\r?\n)/;

/**
 * What a template begins with that Templater runs and leaves nothing of, when properties stand right behind it; else `''`. A `<%*` writes nothing of itself, and neither
 * does a move; `-%>` takes the next line end along, `_%>` all blanks.
 */
export const leadingCommands = (text: string): string => COMMANDS.exec(text)?.[0] ?? '';

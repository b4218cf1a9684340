const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~&$^:]/g;

/**
 * Makes text of a document safe inside Markdown: nothing in it can become a link, an image, HTML or an icon. Line ends become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(SPECIAL, '\\$&');
}

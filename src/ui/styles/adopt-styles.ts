/**
 * Gives a page or a shadow root its styles as constructable stylesheets, which a strict `style-src`
 * allows. Where a content script may not assign them (Firefox's wrapped page objects), it adds a
 * style element instead.
 */
export function adoptStyles(root: Document | ShadowRoot, texts: readonly string[]): void {
  try {
    const sheets = texts.map((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return sheet
    })
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets]
  } catch {
    const style = document.createElement('style')
    style.textContent = texts.join('\n')
    ;('head' in root ? root.head : root).append(style)
  }
}

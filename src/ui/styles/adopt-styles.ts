/**
 * Gives the document its styles as constructable stylesheets, which a strict `style-src` allows.
 */
export function adoptStyles(texts: readonly string[]): void {
  const sheets = texts.map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets]
}

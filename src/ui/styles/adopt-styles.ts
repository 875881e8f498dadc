const adopted = new Set<string>()

/**
 * Gives the document its styles as constructable stylesheets, which a strict `style-src` allows;
 * each of them once.
 */
export function adoptStyles(texts: readonly string[]): void {
  const sheets = texts
    .filter((text) => !adopted.has(text))
    .map((text) => {
      adopted.add(text)
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return sheet
    })
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets]
}

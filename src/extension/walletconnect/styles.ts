/**
 * Lets the style elements that WalletConnect's window adds to the document count: the page's policy
 * stops inline styles, not sheets that a script constructs. Their text and medium are followed,
 * because it changes its theme by them.
 */
export function adoptStyleElements(root: Document): void {
  const adopt = () => {
    root.adoptedStyleSheets = [...root.querySelectorAll('style')].map((element) => {
      const sheet = new CSSStyleSheet({ media: element.media })
      sheet.replaceSync(element.textContent ?? '')
      return sheet
    })
  }
  new MutationObserver(adopt).observe(root.head, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  })
}

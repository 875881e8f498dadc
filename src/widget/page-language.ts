/**
 * The language that a page gives an element, also one inside other components' shadow roots, else
 * the browser's.
 */
export const pageLanguageOf = (element: Element): string => {
  for (let at: Element | undefined = element; at;) {
    const marked: Element | null = at.closest('[lang]')
    if (marked) return marked.getAttribute('lang')!
    const root = at.getRootNode()
    at = root instanceof ShadowRoot ? root.host : undefined
  }
  return navigator.language
}

const propertyOf = (attribute: string): string =>
  attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * Gives a class one property for each attribute; `compact` is a boolean, the others are texts or
 * null.
 */
export function reflectAttributes(prototype: HTMLElement, attributes: readonly string[]): void {
  for (const name of attributes) {
    Object.defineProperty(prototype, propertyOf(name), {
      get(this: HTMLElement) {
        const value = this.getAttribute(name)
        // React 18 writes a false as a text.
        return name === 'compact' ? value !== null && value !== 'false' : value
      },
      set(this: HTMLElement, value: unknown) {
        if (name === 'compact') this.toggleAttribute(name, Boolean(value))
        else if (value === null || value === undefined) this.removeAttribute(name)
        else this.setAttribute(name, String(value))
      },
    })
  }
}

/**
 * Sets properties again that were set before the class was defined: until then they hide its
 * accessors.
 */
export function adoptProperties(element: HTMLElement, attributes: readonly string[]): void {
  const own = element as unknown as Record<string, unknown>
  for (const name of attributes.map(propertyOf)) {
    if (!Object.hasOwn(element, name)) continue
    const value = own[name]
    delete own[name]
    own[name] = value
  }
}

type Child = Node | string | null

/**
 * Builds an element from attributes and children: no HTML strings (Trusted Types), no inline style
 * attributes (strict CSP). Functions become listeners (`onclick`), `true` an empty attribute;
 * false, null and undefined leave the attribute out.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, unknown> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

/** Sets a text only when it differs, so that nothing is painted or announced again without need. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text
}

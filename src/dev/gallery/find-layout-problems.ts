/**
 * What is wrong with the layout of the document; refers to nothing outside itself, to run in the
 * page. Scroll regions and what only screen readers see are left out.
 */
export function findLayoutProblems(): string[] {
  const problems: string[] = []
  const root = document.body
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 40)}`
  const ignored = (element: Element) =>
    element.closest('.sr, .table-scroll, .function-list, .panel-body, .console nav') !== null
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width)
    problems.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} in ${width}`)

  const texts: { element: Element; rect: DOMRect }[] = []
  const nodesOf = (tree: Node): Node[] => {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    const nodes: Node[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push(node)
      const { shadowRoot } = node as Element
      if (shadowRoot) nodes.push(...nodesOf(shadowRoot))
    }
    return nodes
  }
  /** Words and figures that end on another line than they began; hashes and paths may. */
  function brokenWords(text: Text): string[] {
    if (text.parentElement!.closest('code, pre, .mono')) return []
    const range = document.createRange()
    return [...text.data.matchAll(/[\p{Script=Latin}\d][\p{Script=Latin}\d.,]+/gu)]
      .filter(({ index, 0: word }) => {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const tops = [...range.getClientRects()].filter((rect) => rect.width > 0)
        return word.length <= 13 && new Set(tops.map(({ top }) => Math.round(top))).size > 1
      })
      .map(([word]) => `broken: ${word} in ${name(text.parentElement!)}`)
  }
  for (const node of nodesOf(root)) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : null
    if (
      !element ||
      !node.textContent?.trim() ||
      ignored(element) ||
      // Inside a fold that is closed.
      !element.checkVisibility() ||
      ['TITLE', 'OPTION', 'SCRIPT'].includes(element.tagName)
    )
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()].filter(({ width: w, height }) => w > 0 && height > 0)
    for (const rect of lines) texts.push({ element, rect })
    if (lines.length > 1) problems.push(...brokenWords(node as Text))
  }
  for (const { element, rect } of texts) {
    if (rect.left < -0.5 || rect.right > width + 0.5)
      problems.push(`outside the window: ${name(element)}`)
    for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      const outer = box.getBoundingClientRect()
      const cut =
        (overflowX === 'hidden' && rect.right > outer.right + 1) ||
        (overflowY === 'hidden' && (rect.bottom > outer.bottom + 3 || rect.top < outer.top - 3))
      if (cut) problems.push(`cut off: ${name(element)}`)
    }
  }
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      const x = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left)
      const y = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top)
      // Line boxes are taller than their letters: neighbours above one another may touch.
      if (x > 2 && y > Math.min(a.rect.height, b.rect.height) * 0.45)
        problems.push(`overlap: ${name(a.element)} and ${name(b.element)}`)
    }
  }
  for (const field of root.querySelectorAll('input, textarea')) {
    if (
      field instanceof HTMLInputElement &&
      field.type === 'text' &&
      field.scrollWidth > field.clientWidth + 1
    )
      problems.push(`cut off in its field: ${field.value}`)
  }
  return [...new Set(problems)]
}

import type { CDPSession, Page } from 'playwright-core'
import { waitLimitMs } from '../../wait-limit.ts'

interface Node {
  nodeId: number
  backendNodeId: number
  nodeName: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
}

/**
 * The panel on a page. Its shadow root is closed to every script, so it is read and clicked through
 * the browser's own tools.
 */
export class Panel {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly page: Page,
  ) {}

  static async on(page: Page): Promise<Panel> {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('DOM.enable')
    return new Panel(cdp, page)
  }

  /** The panel's own element, or null when it is not on the page. */
  private async find(): Promise<Node | null> {
    const { root } = await this.cdp.send('DOM.getDocument', { depth: -1, pierce: true })
    const isPanel = (node: Node) =>
      node.nodeName === 'DIV' &&
      (node.attributes ?? []).some(
        (value, index, all) => all[index - 1] === 'class' && value === 'panel',
      )
    const search = (node: Node): Node | null => {
      if (isPanel(node)) return node
      for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
        const found = search(child)
        if (found) return found
      }
      return null
    }
    return search(root as Node)
  }

  isOpen = async (): Promise<boolean> => (await this.find()) !== null

  private async evaluate<R>(declaration: string, ...args: string[]): Promise<R | null> {
    const node = await this.find()
    if (!node) return null
    const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId: node.backendNodeId })
    const { result } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: declaration,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
    })
    return result.value as R
  }

  readText = (): Promise<string | null> =>
    this.evaluate<string>('function () { return this.innerText }')

  /** Waits until the panel shows a text. */
  waitForText = (text: string): Promise<void> =>
    this.until(
      async () => (await this.readText())?.replace(/\s+/g, ' ').includes(text) ?? false,
      `shows ${text}`,
    )

  private async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const until = Date.now() + waitLimitMs
    while (!(await holds())) {
      if (Date.now() > until)
        throw new Error(`Waited in vain until the panel ${what}; it says: ${await this.readText()}`)
      await this.page.waitForTimeout(25)
    }
  }

  /**
   * Where the middle of the button with this name is in the window, once it is there and enabled;
   * scrolls to it.
   */
  async locateButton(name: string): Promise<{ x: number; y: number }> {
    const look = `function (name) {
      const named = (element) =>
        (element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\\s+/g, ' ')
      const all = [...this.querySelectorAll('button, a[href], label')]
        .filter((element) => !element.disabled)
      const found = all.find((element) => named(element) === name) ??
        all.find((element) => named(element).includes(name))
      found?.scrollIntoView({ block: 'center' })
      found?.addEventListener('click', () => { this.pressed = true }, { once: true })
      const box = found?.getBoundingClientRect()
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null
    }`
    let place: { x: number; y: number } | null = null
    await this.until(
      async () =>
        (place = await this.evaluate<{ x: number; y: number } | null>(look, name)) !== null,
      `has a button ${name}`,
    )
    return place!
  }

  /**
   * Presses a button with the pointer, as a user does; again when the panel refused the click
   * because it was not in sight for long enough, or when the button moved meanwhile.
   */
  async press(name: string): Promise<void> {
    await this.evaluate('function () { this.pressed = false }')
    await this.until(async () => {
      const { x, y } = await this.locateButton(name)
      await this.page.mouse.click(x, y)
      // A panel that this press closed cannot say so any more.
      return (await this.evaluate<boolean>('function () { return this.pressed }')) !== false
    }, `takes a press of ${name}`)
  }

  /** Clicks a button by script. */
  async clickByScript(name: string): Promise<void> {
    await this.evaluate(
      `function (name) { [...this.querySelectorAll('button')].find((element) => element.innerText.trim() === name).click() }`,
      name,
    )
  }

  /** Whether the panel says that something covers it. */
  async showsCovered(): Promise<boolean> {
    return (
      (await this.evaluate<boolean>(
        'function () { return !this.getRootNode().querySelector(".panel-covered").hidden }',
      )) ?? false
    )
  }
}

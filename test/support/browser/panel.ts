import type { CDPSession, Page } from 'playwright-core'

interface Node {
  nodeId: number
  backendNodeId: number
  nodeName: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
}

/** The panel on a page. Its shadow root is closed to every script, so it is looked at and pressed through the browser's own tools. */
export class Panel {
  private constructor(private readonly cdp: CDPSession, private readonly page: Page) {}

  static async on(page: Page): Promise<Panel> {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('DOM.enable')
    return new Panel(cdp, page)
  }

  /** The panel's own element, or null when it is not on the page. */
  private async find(): Promise<Node | null> {
    const { root } = await this.cdp.send('DOM.getDocument', { depth: -1, pierce: true })
    const isPanel = (node: Node) => node.nodeName === 'DIV' && (node.attributes ?? []).some((value, index, all) => all[index - 1] === 'class' && value === 'panel')
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

  isThere = async (): Promise<boolean> => (await this.find()) !== null

  private async evaluate<R>(declaration: string, ...args: string[]): Promise<R | null> {
    const node = await this.find()
    if (!node) return null
    const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId: node.backendNodeId })
    const { result } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!, functionDeclaration: declaration, arguments: args.map((value) => ({ value })), returnByValue: true,
    })
    return result.value as R
  }

  text = (): Promise<string | null> => this.evaluate<string>('function () { return this.innerText }')

  /** Waits until the panel shows a text; it renders in its own time. */
  shows = (text: string): Promise<void> => this.until(async () => (await this.text())?.replace(/\s+/g, ' ').includes(text) ?? false, `shows ${text}`)

  private async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const until = Date.now() + 15_000
    while (!(await holds())) {
      if (Date.now() > until) throw new Error(`Waited in vain until the panel ${what}; it says: ${await this.text()}`)
      await this.page.waitForTimeout(25)
    }
  }

  async press(name: string): Promise<void> {
    const press = `function (name) {
      const named = (element) => (element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\\s+/g, ' ')
      const all = [...this.querySelectorAll('button, a[href], label')].filter((element) => !element.disabled)
      const found = all.find((element) => named(element) === name) ?? all.find((element) => named(element).includes(name))
      found?.click()
      return found !== undefined
    }`
    await this.until(async () => (await this.evaluate<boolean>(press, name)) ?? false, `has a button ${name}`)
  }
}

import * as v from 'valibot'
import { toPage } from './protocol.ts'
import type { FromPage } from './protocol.ts'

// Puts providers into the page as wallets do: some time after the page's first frame.

type Shape = FromPage['shape']

const ask = (shape: Shape) => (method: string, params?: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const id = crypto.randomUUID()
    const onMessage = (event: MessageEvent) => {
      const answer = v.safeParse(toPage, event.data)
      if (event.source !== window || !answer.success || answer.output.id !== id) return
      window.removeEventListener('message', onMessage)
      if (answer.output.thrown) reject(answer.output.response)
      else resolve(answer.output.response)
    }
    window.addEventListener('message', onMessage)
    window.postMessage({ from: 'demo-wallet-page', id, shape, method, params } satisfies FromPage, location.origin)
  })

const inject: Record<Shape, () => void> = {
  leather: () => Object.assign(window, { LeatherProvider: { isLeather: true, request: ask('leather') } }),
  // Two more methods, by which Xverse is told from others.
  xverse: () => Object.assign(window, {
    XverseProviders: { BitcoinProvider: { request: ask('xverse'), signMultipleTransactions: () => undefined, createRepeatInscriptions: () => undefined } },
  }),
}

window.addEventListener('demo-wallet', (event) => {
  const shapes = JSON.parse(String((event as CustomEvent<unknown>).detail)) as Shape[]
  requestAnimationFrame(() => {
    for (const shape of shapes) inject[shape]()
  })
})

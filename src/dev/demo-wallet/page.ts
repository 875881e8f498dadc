import * as v from 'valibot'
import { toPage, type FromPage } from './protocol.ts'

// Puts providers into the page as wallets do: some time after the page's first frame.

type Shape = FromPage['shape']

const ask =
  (shape: Shape) =>
  (method: string, params?: unknown): Promise<unknown> =>
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
      window.postMessage(
        { from: 'demo-wallet-page', id, shape, method, params } satisfies FromPage,
        location.origin,
      )
    })

/** A Dusk provider takes one question and gives the bare result, or throws the bare error. */
const askDusk = async ({
  method,
  params,
}: {
  method: string
  params?: unknown
}): Promise<unknown> => {
  try {
    return ((await ask('dusk')(method, params)) as { result: unknown }).result
  } catch (thrown) {
    throw (thrown as { error: unknown }).error
  }
}

/** The same object and id at each announcement: another one would be another wallet's. */
const duskWallet = Object.freeze({
  info: {
    uuid: `demo-wallet-${Math.random()}`,
    name: 'Demo wallet',
    icon: 'data:,',
    rdns: 'test.demo.wallet',
  },
  provider: { request: askDusk, isDusk: true },
})
const announceDusk = () =>
  window.dispatchEvent(new CustomEvent('dusk:announceProvider', { detail: duskWallet }))

const inject: Record<Shape, () => void> = {
  dusk: () => {
    window.addEventListener('dusk:requestProvider', announceDusk)
    announceDusk()
  },
  leather: () =>
    Object.assign(window, { LeatherProvider: { isLeather: true, request: ask('leather') } }),
  // Two more methods, by which clients recognise Xverse.
  xverse: () =>
    Object.assign(window, {
      XverseProviders: {
        BitcoinProvider: {
          request: ask('xverse'),
          signMultipleTransactions: () => undefined,
          createRepeatInscriptions: () => undefined,
        },
      },
    }),
}

window.addEventListener('demo-wallet', (event) => {
  const shapes = JSON.parse(String((event as CustomEvent<unknown>).detail)) as Shape[]
  requestAnimationFrame(() => {
    for (const shape of shapes) inject[shape]()
  })
})

import * as v from 'valibot'
import { isLoopback } from '../../chain/http/is-loopback.ts'
import type { YieldEvents } from '../bitcoin-staking/events.ts'
import { formatUnits } from '../format-units.ts'
import { withoutForeignSnapshot, type FramedWidget } from './options.ts'
import { styleOptions } from './style-options.ts'

const like = (form: RegExp) => v.optional(v.pipe(v.string(), v.maxLength(2_000), v.regex(form)))
const url = like(/^https?:\/\//)

/** Attributes of `<bitcoin-staking-yield>` as far as an address may set them. */
export const yieldOptions = v.strictObject({
  ...styleOptions,
  stx: like(/^\d{1,10}(\.\d{1,6})?$/),
  manager: like(/^S[0-9A-Z]{27,40}\.[a-zA-Z][\w-]{0,127}$/),
  cycles: like(/^\d{1,2}$/),
  network: v.optional(v.picklist(['mainnet', 'testnet', 'devnet'])),
  'api-url': url,
  'snapshot-url': url,
  address: like(/^S[0-9A-Z]{27,40}$/),
  theme: v.optional(v.picklist(['light', 'dark', 'system'])),
  locale: like(/^[\w-]{2,10}$/),
  actions: v.optional(v.picklist(['none', 'stake', 'all'])),
  compact: v.optional(v.boolean()),
})

/**
 * Anyone can make an address, and a page that signs follows it: an API of its maker's choosing is
 * asked only where the site has named it, or on this machine for the embedded network.
 */
export const yieldFrame: FramedWidget = {
  tag: 'bitcoin-staking-yield',
  options: yieldOptions,
  events: [
    'yield-ready',
    'yield-change',
    'yield-wallet-connect',
    'yield-transaction-submitted',
    'yield-transaction-confirmed',
    'yield-error',
  ] satisfies (keyof YieldEvents)[],
  allowed(options, hosts) {
    const { 'api-url': api, ...others } = withoutForeignSnapshot(options, hosts)
    if (typeof api !== 'string') return others
    const isEmbedded = isLoopback(api) && others['network'] === 'devnet'
    return isEmbedded || hosts.mayAsk(api) ? { ...others, 'api-url': api } : others
  },
  typed: ({ microStx }) => ({ stx: formatUnits(microStx, 6) }),
}

import * as v from 'valibot'
import { formatUnits } from '../format-units.ts'
import type { PoolEvents } from '../hyperstaking/events.ts'
import { withoutForeignSnapshot, type FramedWidget } from './options.ts'
import { styleOptions } from './style-options.ts'

const like = (form: RegExp) => v.optional(v.pipe(v.string(), v.maxLength(2_000), v.regex(form)))
const dusk = like(/^\d{1,11}(\.\d{1,9})?$/)
const fee = like(/^\d{1,3}(\.\d{1,6})?$/)
const account = like(/^[1-9A-HJ-NP-Za-km-z]{96,132}$/)
const loopback = String.raw`http://(127\.0\.0\.1|localhost)(:\d{1,5})?/?`

/** Attributes of `<hyperstaking-pool>` as far as an address may set them. */
export const poolOptions = v.strictObject({
  ...styleOptions,
  dusk,
  days: like(/^\d{1,3}$/),
  pool: like(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u),
  network: v.optional(v.picklist(['mainnet', 'testnet', 'local'])),
  'node-url': like(new RegExp(`^${loopback}$`)),
  'snapshot-url': like(new RegExp(`^(https://|${loopback}(?<=/))`)),
  account,
  'active-stake': dusk,
  'pool-stake': dusk,
  'deposit-fee': fee,
  'reward-fee': fee,
  referrer: account,
  theme: v.optional(v.picklist(['light', 'dark', 'system'])),
  locale: like(/^[\w-]{2,10}$/),
  actions: v.optional(v.picklist(['none', 'deposit', 'all'])),
  compact: v.optional(v.boolean()),
})

/**
 * Anyone can make an address, and a page that signs follows it: a node of its maker's choosing
 * could name a pool of its maker's own. So only a node on this very machine is taken, and only for
 * the local network.
 */
export const poolFrame: FramedWidget = {
  tag: 'hyperstaking-pool',
  options: poolOptions,
  events: [
    'pool-ready',
    'pool-change',
    'pool-wallet-connect',
    'pool-transaction-submitted',
    'pool-transaction-confirmed',
    'pool-reward-landed',
    'pool-error',
  ] satisfies (keyof PoolEvents)[],
  allowed(options, hosts) {
    const { 'node-url': node, ...others } = withoutForeignSnapshot(options, hosts)
    return others['network'] === 'local' && node !== undefined
      ? { ...others, 'node-url': node }
      : others
  },
  typed: ({ lux }) => ({ dusk: formatUnits(lux, 9) }),
}

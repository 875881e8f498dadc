import * as v from 'valibot'
import { isLoopback } from '../../chain/http/is-loopback.ts'
import type { BoostEvents } from '../dual-stacking/events.ts'
import { formatUnits } from '../format-units.ts'
import { withoutForeignSnapshot, type FramedWidget } from './options.ts'
import { styleOptions } from './style-options.ts'

const text = v.optional(v.pipe(v.string(), v.maxLength(2_000)))

/** Attributes of `<dual-stacking-boost>`. */
export const boostOptions = v.strictObject({
  ...styleOptions,
  address: text,
  network: text,
  sbtc: text,
  stx: text,
  'golden-ratio': text,
  theme: v.optional(v.picklist(['light', 'dark', 'system'])),
  locale: text,
  actions: v.optional(v.picklist(['none', 'enroll', 'all'])),
  'snapshot-url': text,
  'api-url': text,
  compact: v.optional(v.boolean()),
})

export const boostFrame: FramedWidget = {
  tag: 'dual-stacking-boost',
  options: boostOptions,
  events: [
    'boost-ready',
    'boost-change',
    'wallet-connect',
    'transaction-submitted',
    'transaction-confirmed',
    'reward-landed',
    'widget-error',
  ] satisfies (keyof BoostEvents)[],
  allowed(options, hosts) {
    const { 'api-url': api, ...others } = withoutForeignSnapshot(options, hosts)
    if (typeof api !== 'string') return others
    // The embedded network is on this machine, whoever says so.
    const isEmbedded =
      isLoopback(api) && /^(devnet(\/.*)?|embedded-\w+)$/.test(String(others['network']))
    return isEmbedded || hosts.mayAsk(api) ? { ...others, 'api-url': api } : others
  },
  // What an address holds is read there again.
  typed: ({ sats, microStx }, { address }) =>
    address ? {} : { sbtc: formatUnits(sats, 8), stx: formatUnits(microStx, 6) },
}

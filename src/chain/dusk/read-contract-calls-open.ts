import { type Known, known, unknown } from '../known.ts'
import type { DuskClient } from './client.ts'
import { knownFrom } from './known-from.ts'

/**
 * The switch of a node's features by which a network turns third-party contract calls off
 * [hyperstaking 5.3].
 */
const CALLS_SWITCH = /3RD_PARTY|THIRD_PARTY/i

/**
 * Whether a feature is on at a height: from a height on, or in a range; null for a form that we do
 * not know.
 */
const isFeatureOn = (activation: unknown, height: bigint): boolean | null => {
  const heights = Array.isArray(activation) ? activation : [activation]
  if (
    heights.length === 0 ||
    heights.length > 2 ||
    !heights.every((at) => typeof at === 'number' && Number.isInteger(at))
  )
    return null
  const [from, to] = heights as [number, number?]
  return BigInt(from) <= height && (to === undefined || height < BigInt(to))
}

/**
 * Whether the network takes contract calls now, from the features that its node tells: such calls
 * have been switched off for weeks before, and a pool can be left by contract calls only.
 */
export const readContractCallsOpen = async (
  client: DuskClient,
  height: bigint,
): Promise<Known<boolean>> => {
  const info = knownFrom(await client.info())
  if (!info.known) return info
  const features = info.value.vm_config?.features
  if (!features) return unknown('not-offered')
  const found = Object.entries(features).find(([name]) => CALLS_SWITCH.test(name))
  if (!found) return known(true)
  const on = isFeatureOn(found[1], height)
  return on === null ? unknown('bad-answer') : known(!on)
}

import { hardSlash, softSlash } from '../stake/funds.ts'
import { type StakeAmount, totalFunds } from '../stake/types.ts'
import { meanReward, type NetworkView } from './draw.ts'
import { activeOf, type Funds } from './path.ts'

/**
 * What one fault of the pool's largest key would cost; amounts in LUX, the pool's and the holder's.
 */
export interface SlashCost {
  kind: 'soft' | 'hard'
  /** Which fault in a row, with no reward in between. */
  fault: number
  locked: bigint
  burned: bigint
  /** Blocks without rewards from now on, null when the key is not suspended. */
  suspended: bigint | null
  /** Of the burned funds, and of the rewards missed while suspended, the holder's part. */
  ownBurned: bigint
  ownMissed: bigint
}

const CASES = [
  ['soft', 1],
  ['soft', 2],
  ['soft', 3],
  ['hard', 1],
  ['hard', 2],
] as const

/** The usual warnings apply: the first soft fault costs nothing [hyperstaking 1.7]. */
const WARNINGS = 1

/** What faults would cost a holder of `own` in a pool of `assets` LUX. */
export const slashCosts = (
  { network, height }: { network: NetworkView; height: bigint },
  { funds, own, assets }: { funds: Funds; own: bigint; assets: bigint },
): SlashCost[] => {
  const largest = funds.keys.reduce<StakeAmount | null>(
    (best, amount) => (totalFunds(amount) > totalFunds(best) ? amount : best),
    null,
  )
  if (!largest || assets === 0n) return []
  const active = activeOf({ ...funds, keys: [largest] }, height, network.minimumStake)
  return CASES.map(([kind, fault]) => {
    const data = { amount: largest, reward: 0n, faults: fault - 1, hardFaults: fault - 1 }
    const slashed =
      kind === 'soft' ? softSlash(data, WARNINGS, null, height)! : hardSlash(data, 1, null, height)!
    const { eligibility, locked } = slashed.data.amount!
    const suspended = eligibility > largest.eligibility ? eligibility - height : null
    const burned = kind === 'hard' ? slashed.slashed : 0n
    const missed = suspended === null ? 0n : meanReward(active, suspended, network, height)
    return {
      kind,
      fault,
      burned,
      suspended,
      locked: locked - largest.locked,
      ownBurned: (burned * own) / assets,
      ownMissed: (missed * own) / assets,
    }
  })
}

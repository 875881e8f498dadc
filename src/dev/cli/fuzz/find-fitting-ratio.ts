import { MAX_U128 } from '../../../protocol/clarity/u128.ts'
import { SCALE } from '../../../protocol/dual-stacking/constants.ts'
import { personalRatio, ratioVerdict } from '../../../protocol/dual-stacking/math/ratio.ts'
import type { World } from './world.ts'

type Info = {
  ok?: {
    'participant-data': { some: { 'tracking-address': string } }
    'tracking-data': { some: { amount: string } } | null
    'stacking-data': { some: { amount: string } } | null
  }
}

/**
 * A ratio that validate-ratio accepts in the current state, found by trying the existing ones; 10^8
 * when there is none.
 */
export function findFittingRatio(world: World): bigint {
  const { cycleId, cycleTotalSats, cycleTotalMicroStx, maxPercentageAboveRatio } =
    world.model.contract.variables
  const holders = new Map<string, { ratio: bigint; sats: bigint }>()
  for (const address of world.participants()) {
    const { ok } = world.ask('get-participant-cycle-info', { address, cycle: cycleId }) as Info
    const sats = BigInt(ok?.['tracking-data']?.some.amount ?? 0)
    const microStx = BigInt(ok?.['stacking-data']?.some.amount ?? 0)
    const tracking = ok?.['participant-data'].some['tracking-address']
    if (
      tracking === undefined ||
      sats === 0n ||
      microStx * SCALE > MAX_U128 ||
      holders.has(tracking)
    )
      continue
    holders.set(tracking, { ratio: personalRatio(microStx, sats)!, sats })
  }
  const all = [...holders.values()]
  const passes = (proposal: bigint): boolean => {
    try {
      const sum = (test: (ratio: bigint) => boolean) =>
        all.reduce((total, each) => (test(each.ratio) ? total + each.sats : total), 0n)
      return (
        ratioVerdict({
          proposal,
          totalSats: cycleTotalSats,
          totalMicroStx: cycleTotalMicroStx,
          satsAbove: sum((ratio) => ratio > proposal),
          satsEqual: sum((ratio) => ratio === proposal),
          maxPercentage: maxPercentageAboveRatio,
        }) === 'ok'
      )
    } catch {
      return false
    }
  }
  return [...all.map(({ ratio }) => ratio), 0n].find(passes) ?? SCALE
}

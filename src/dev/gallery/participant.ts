import { buildProjectionRequest } from '../../app/dual-stacking/projection-request.ts'
import { known } from '../../chain/known.ts'
import { project } from '../../protocol/dual-stacking/projection/project.ts'
import type { ParticipantRow } from '../../ui/console/participants-view.tsx'
import { network, reading } from './fixtures.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Row i of a made-up cycle: always the same one. */
export function participant(i: number): ParticipantRow {
  let seed = (i + 1) * 2_654_435_761
  const next = (below: number) => {
    seed = (Math.imul(seed ^ (seed >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return seed % below
  }
  const address = `SP${Array.from({ length: 39 }, () => letters[next(32)]).join('')}`
  const sats = BigInt(10_000 + next(40_000_000))
  const microStx = next(3) === 0 ? 0n : BigInt(next(2_000_000_000)) * 20n
  const { cycle: outcome } = project({
    ...buildProjectionRequest(network, {
      ...reading,
      sats: known(sats),
      lockedMicroStx: known(microStx),
    })!,
    curvePoints: 0,
  })
  return {
    address,
    sats,
    microStx,
    ratio: outcome.ratio,
    boost: outcome.boost,
    expectedSats: outcome.rewardSats,
  }
}

import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'
import { SCALE } from '../../protocol/dual-stacking/constants.ts'
import { project } from '../../protocol/dual-stacking/projection/project.ts'
import type { Settings } from '../settings.ts'
import { cycleCalendar } from './cycle-calendar.ts'
import type { HolderNotice } from './holder-notice.ts'
import { buildProjectionRequest } from './projection-request.ts'

// A reminder comes a day and a half ahead; a payment is late half a day after it was due.
const REMIND_BLOCKS = 216
const LATE_BLOCKS = 72

type Found = { key: string; notice: HolderNotice }[]

/**
 * What these readings give reason to announce, each with a key that stays the same for one
 * occasion: once per cycle and address. Unknown values give no notice. Pure: the same readings give
 * the same notices.
 */
export function findNotices(
  network: NetworkReading,
  readings: readonly AccountReading[],
  wanted: Settings['notifications'],
): Found {
  if (network.life === 'ended') return []
  const here = readings.filter(({ deployment }) => deployment === network.deployment)
  return [
    ...(wanted.goldenRatioMoved ? goldenRatio(network) : []),
    ...here.flatMap((reading) => [
      ...(wanted.notEnrolled ? notEnrolled(network, reading) : []),
      ...(wanted.boostBelow === null ? [] : boostBelow(network, reading, wanted.boostBelow)),
      ...(wanted.paymentLate ? paymentLate(network, reading) : []),
    ]),
  ]
}

/**
 * Two validated ratios make a move, and it is news until the first snapshot after it is over.
 */
function goldenRatio({ deployment, goldenRatios, cycle }: NetworkReading): Found {
  const [now, before] = goldenRatios.known ? goldenRatios.value : []
  if (!cycle.known || !now || !before || now.ratio === before.ratio) return []
  const isNews =
    now.cycle === cycle.value.id ||
    (now.cycle === cycle.value.id - 1 && cycle.value.snapshotIndex === 0)
  if (!isNews) return []
  return [
    {
      key: `golden-ratio:${deployment}:${now.cycle}`,
      notice: { kind: 'golden-ratio', cycle: now.cycle, ratio: now.ratio, before: before.ratio },
    },
  ]
}

function notEnrolled(
  network: NetworkReading,
  { address, enrolledNextCycle }: AccountReading,
): Found {
  if (
    !network.cycle.known ||
    !network.writable.ok ||
    !enrolledNextCycle.known ||
    enrolledNextCycle.value
  )
    return []
  const { toNextCycle: blocks } = cycleCalendar(network.cycle.value, network.burnHeight)
  const cycle = network.cycle.value.id + 1
  if (blocks <= 0 || blocks > REMIND_BLOCKS) return []
  return [
    {
      key: `not-enrolled:${network.deployment}:${address}:${cycle}`,
      notice: { kind: 'not-enrolled', address, cycle, blocks },
    },
  ]
}

/** Once per cycle, for an address that counts in it. */
function boostBelow(network: NetworkReading, reading: AccountReading, threshold: number): Found {
  const { address, enrolledNextCycle } = reading
  if (!network.cycle.known || !enrolledNextCycle.known || !enrolledNextCycle.value) return []
  const request = buildProjectionRequest(network, reading)
  if (!request) return []
  const { boost } = project({ ...request, curvePoints: 0 }).cycle
  if (boost >= BigInt(Math.round(threshold * 100)) * (SCALE / 100n)) return []
  return [
    {
      key: `boost-below:${network.deployment}:${address}:${network.cycle.value.id}`,
      notice: { kind: 'boost-below', address, boost },
    },
  ]
}

function paymentLate(
  network: NetworkReading,
  { address, enrolledThisCycle, holding }: AccountReading,
): Found {
  if (
    !network.cycle.known ||
    !enrolledThisCycle.known ||
    !enrolledThisCycle.value ||
    !holding.known ||
    holding.value?.rewarded
  )
    return []
  const { id: cycle } = network.cycle.value
  const blocks = -cycleCalendar(network.cycle.value, network.burnHeight).toPayment
  if (blocks < LATE_BLOCKS) return []
  return [
    {
      key: `payment-late:${network.deployment}:${address}:${cycle}`,
      notice: { kind: 'payment-late', address, cycle, blocks },
    },
  ]
}

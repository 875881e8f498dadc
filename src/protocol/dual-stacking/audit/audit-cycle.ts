import { compareFigures } from '../../compare-figures.ts'
import { GoldenRatioFinder } from '../golden-ratio/golden-ratio.ts'
import { ratioColumns } from '../golden-ratio/ratio-columns.ts'
import { reward } from '../math/reward.ts'
import { boostOf, type Boost } from '../projection/boost.ts'
import { auditPayout } from './audit-payout.ts'
import type { CycleAudit, Note, ParticipantAudit } from './audit-result.ts'
import type { AuditRow, CycleData, CycleParameters } from './cycle-data.ts'

/** Rows that share a tracking address: one weight, one payment. */
interface Group {
  rows: AuditRow[]
  sats: bigint
  defiSats: bigint
  microStx: bigint
  whitelisted: boolean
  boost: Boost | null
  /** The row that received the payment. */
  payee: AuditRow | undefined
}

/**
 * Recomputes a cycle from its public data: golden ratio, weights, pool or cap, and every reward, to
 * the sat [dual-stacking 6].
 */
export function auditCycle(data: CycleData): CycleAudit {
  const { cycle, parameters, rows, totals, finalized } = data
  const groups = groupsOf(rows, parameters)
  const weights = groups.every(({ boost }) => boost !== null)
    ? sum(groups.map(({ boost }) => boost!.weight))
    : null
  const totalWeights = data.totalWeights ?? weights
  const payout = auditPayout(
    parameters,
    totalWeights ?? 0n,
    groups.map(({ boost, payee }) => ({
      walletWeight: boost?.walletWeight ?? 0n,
      defiWeight: boost?.defiWeight ?? 0n,
      reward: payee?.reward ?? null,
    })),
  )
  // Where pool or rate are not known, one amount that explains every payment replaces them.
  const shared = payout.expected ?? payout.consistent?.lowest ?? null
  const participants = groups.flatMap((group) =>
    group.rows.map((row) => auditParticipant(row, group, data, { totalWeights, shared })),
  )
  const audit: Omit<CycleAudit, 'verdict'> = {
    cycle,
    goldenRatio: auditRatio(data, groups),
    totals: {
      sats: compareFigures(sum(rows.map((row) => row.sats)), totals?.sats ?? null),
      defiSats: compareFigures(sum(rows.map((row) => row.defiSats)), totals?.defiSats ?? null),
      microStx: compareFigures(
        sum(rows.map((row) => row.recordedMicroStx)),
        totals?.microStx ?? null,
      ),
      weights: compareFigures(weights, data.totalWeights),
    },
    payout,
    paid: compareFigures(
      sumKnown(participants.map(({ reward }) => reward.expected)),
      sum(rows.map((row) => row.reward?.transferredSats ?? row.reward?.sats ?? 0n)),
    ),
    participants,
    differing: participants.filter(
      ({ weight, reward, notes }) =>
        isOff(weight.difference) || isOff(reward.difference) || notes.includes('left-out'),
    ),
  }
  return { ...audit, verdict: verdictOf(audit, data, finalized) }
}

function groupsOf(rows: readonly AuditRow[], parameters: CycleParameters): Group[] {
  const byTracking = new Map<string, AuditRow[]>()
  for (const row of rows) {
    const own = byTracking.get(row.tracking)
    if (own) own.push(row)
    else byTracking.set(row.tracking, [row])
  }
  const { goldenRatio } = parameters
  return [...byTracking.values()].map((own) => {
    const sums = {
      sats: sum(own.map((row) => row.sats)),
      defiSats: sum(own.map((row) => row.defiSats)),
      // The row that was weighed first decides whose STX counts.
      microStx: own[0]!.microStx,
      whitelisted: own.some((row) => row.whitelisted === true),
    }
    const boost =
      goldenRatio === null
        ? null
        : boostOf(
            {
              ...parameters,
              goldenRatio: { ratio: goldenRatio, cycle: null },
              poolSats: null,
              totalWeights: null,
            },
            sums,
          )
    return {
      ...sums,
      rows: own,
      boost,
      payee: own
        .toSorted((a, b) => Number((b.reward?.sats ?? -1n) - (a.reward?.sats ?? -1n)))
        .find((row) => row.reward !== null),
    }
  })
}

/** `shared`: what the cycle distributes, scaled by 10^8. */
function auditParticipant(
  row: AuditRow,
  group: Group,
  { parameters, finalized }: CycleData,
  { totalWeights, shared }: { totalWeights: bigint | null; shared: bigint | null },
): ParticipantAudit {
  const { boost, payee } = group
  const entitled =
    boost === null || totalWeights === null || shared === null
      ? null
      : reward(boost.walletWeight, shared, totalWeights) +
        reward(boost.defiWeight, shared, totalWeights)
  const expected = payee === undefined || payee === row ? entitled : 0n
  const unpaid = finalized === true ? 0n : null
  const found = row.reward === null ? unpaid : (row.reward.transferredSats ?? row.reward.sats)
  const notes: Note[] = []
  if (row.captured !== null && BigInt(row.captured) < parameters.snapshotsPerCycle)
    notes.push('missed-snapshots')
  if (payee !== undefined && payee !== row) notes.push('paid-through-other-row')
  if (
    row.reward !== null &&
    row.reward.transferredSats !== null &&
    row.reward.transferredSats < row.reward.sats
  )
    notes.push('not-transferred')
  // Without sBTC in the whole cycle no one is paid one by one [dual-stacking Q9].
  if (row.reward === null && group.sats + group.defiSats > 0n)
    notes.push(finalized === true ? 'left-out' : 'not-paid-yet')
  return {
    enrolled: row.enrolled,
    tracking: row.tracking,
    stacking: row.stacking,
    captured: row.captured,
    snapshots: Number(parameters.snapshotsPerCycle),
    sats: group.sats,
    defiSats: group.defiSats,
    microStx: group.microStx,
    ratio: boost?.ratio ?? null,
    boost: boost?.boost ?? null,
    weight: compareFigures(
      boost?.weight ?? null,
      group.rows.find(({ weight }) => weight !== null)?.weight ?? null,
    ),
    reward: compareFigures(expected, found),
    rewardAddress: row.reward?.address ?? null,
    txid: row.reward?.txid ?? null,
    notes,
  }
}

function auditRatio(
  { parameters, totals }: CycleData,
  groups: readonly Group[],
): CycleAudit['goldenRatio'] {
  const { columns } = ratioColumns(
    groups.map(({ rows, sats, microStx }) => ({
      trackingAddress: rows[0]!.tracking,
      sats,
      microStx,
    })),
  )
  const options = {
    maxPercentageAbove: parameters.maxPercentage,
    ...(totals && { totalMicroStx: totals.microStx }),
  }
  const accepted = new GoldenRatioFinder(columns, options).find().accepted ?? null
  const used = parameters.goldenRatio
  // A ratio of 0 counts as 1 in weights, where a client may have read it [dual-stacking 6.3].
  const candidates = used === 1n ? [0n, 1n] : [used]
  return {
    used,
    accepted,
    passes:
      used === null
        ? null
        : accepted !== null &&
          candidates.some((ratio) => accepted.lowest <= ratio! && ratio! <= accepted.highest),
  }
}

function verdictOf(
  { goldenRatio, totals, payout, differing, participants }: Omit<CycleAudit, 'verdict'>,
  { parameters }: CycleData,
  finalized: boolean | null,
): CycleAudit['verdict'] {
  if (finalized === false) return 'open'
  if (
    goldenRatio.passes === false ||
    differing.length > 0 ||
    Object.values(totals).some(({ difference }) => isOff(difference))
  )
    return 'differs'
  const { participants: count } = parameters
  if (
    finalized === null ||
    goldenRatio.used === null ||
    totals.weights.difference === null ||
    totals.sats.difference === null ||
    (count !== null && participants.length < count)
  )
    return 'incomplete'
  if (payout.expected !== null) return 'exact'
  return participants.every(({ reward }) => reward.difference === 0n) ? 'consistent' : 'incomplete'
}

const isOff = (difference: bigint | null): boolean => difference !== null && difference !== 0n

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

const sumKnown = (amounts: readonly (bigint | null)[]): bigint | null =>
  amounts.every((amount) => amount !== null) ? sum(amounts as bigint[]) : null

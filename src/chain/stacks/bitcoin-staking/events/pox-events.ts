import * as v from 'valibot'
import { cOptional, cUint } from '../../clarity.ts'
import {
  boolAt,
  bytesField,
  eventDecoder,
  legAt,
  principalAt,
  printedEvent,
  uintAt,
  type EventReader,
} from './printed-event.ts'

const position = {
  staker: principalAt('staker'),
  manager: principalAt('signer'),
} as const
const unlock = {
  unlockCycle: uintAt('unlock-cycle'),
  unlockHeight: uintAt('unlock-burn-height'),
} as const

const settledLeg = v.pipe(
  v.object({ earned: cUint, 'rewards-per-token': cUint }),
  v.transform((leg) => ({ sats: leg.earned, perShare: leg['rewards-per-token'] })),
)
const settledBond = v.pipe(
  v.object({ earned: cUint, 'rewards-per-token': cUint, 'bond-index': cUint }),
  v.transform((leg) => ({
    bond: leg['bond-index'],
    sats: leg.earned,
    perShare: leg['rewards-per-token'],
  })),
)

/** Bitcoin outputs of an L1 leg; null: the sats are sBTC. */
const lockup = v.pipe(
  v.object({
    type: v.picklist(['l1', 'l2']),
    txs: cOptional(v.array(v.object({ txid: v.string(), 'output-index': cUint }))),
  }),
  v.transform(({ txs }) =>
    txs === null
      ? null
      : txs.map(({ txid, 'output-index': output }) => ({ txidInternal: txid, output })),
  ),
)

/** Every event that pox-5 prints, fields in its order [bitcoin-staking 4]. */
const readers = [
  printedEvent('stake', {
    ...position,
    microStx: uintAt('amount-ustx'),
    cycles: uintAt('num-cycles'),
    firstCycle: uintAt('first-reward-cycle'),
    ...unlock,
  }),
  printedEvent('stake-update', {
    ...position,
    oldManager: principalAt('old-signer'),
    // A cycle, in spite of the contract's name for it.
    oldUnlockCycle: uintAt('prev-unlock-height'),
    cycles: uintAt('num-cycles'),
    microStx: uintAt('amount-ustx'),
    addedMicroStx: uintAt('amount-increase'),
    addedCycles: uintAt('cycles-to-extend'),
    ...unlock,
  }),
  printedEvent('unstake', {
    ...position,
    microStx: uintAt('amount-ustx'),
    firstCycle: uintAt('first-reward-cycle'),
    ...unlock,
  }),
  printedEvent('setup-bond', {
    bond: uintAt('bond-index'),
    targetRate: uintAt('target-rate'),
    stxValueRatio: uintAt('stx-value-ratio'),
    minUstxRatio: uintAt('min-ustx-ratio'),
    earlyUnlockBytes: bytesField('early-unlock-bytes'),
    firstCycle: uintAt('first-reward-cycle'),
    startHeight: uintAt('bond-start-height'),
    ...unlock,
  }),
  printedEvent('add-to-allowlist', {
    bond: uintAt('bond-index'),
    staker: principalAt('staker'),
    maxSats: uintAt('max-sats'),
  }),
  printedEvent('register-for-bond', {
    ...position,
    bond: uintAt('bond-index'),
    microStx: uintAt('amount-ustx'),
    sats: uintAt('sats-total'),
    firstCycle: uintAt('first-reward-cycle'),
    ...unlock,
    isL1Lock: boolAt('is-l1-lock'),
    outputs: ['btc-lockup', lockup],
  }),
  printedEvent('update-bond-registration', {
    ...position,
    oldManager: principalAt('old-signer'),
    bond: uintAt('bond-index'),
    microStx: uintAt('amount-ustx'),
    sats: uintAt('amount-sats'),
    firstCycle: uintAt('first-reward-cycle'),
    cycles: uintAt('num-cycles'),
    isL1Lock: boolAt('is-l1-lock'),
  }),
  printedEvent('unstake-sbtc', {
    ...position,
    bond: uintAt('bond-index'),
    withdrawnSats: uintAt('amount-withdrawn-sats'),
    sats: uintAt('new-amount-sats'),
  }),
  printedEvent('announce-l1-early-exit', {
    ...position,
    bond: uintAt('bond-index'),
    releasedSats: uintAt('amount-sats-released'),
  }),
  printedEvent('bond-distribution', {
    bond: uintAt('bond-index'),
    targetSats: uintAt('target-yield'),
    paidSats: uintAt('bond-rewards'),
    stakedSats: uintAt('bond-staked-sats'),
    accruedPerSat: uintAt('accrued-rewards-per-sat'),
    perSat: uintAt('cumulative-rewards-per-sat'),
  }),
  printedEvent('calculate-rewards', {
    bonds: ['bond-periods', v.array(cUint)],
    height: uintAt('calculation-height'),
    incomeSats: uintAt('gross-accrued-rewards'),
    bondSats: uintAt('total-bond-rewards'),
    reserveDepositSats: uintAt('reserve-deposit'),
    reserveSats: uintAt('reserve-balance'),
    cycle: uintAt('stx-cycle'),
    stxSats: uintAt('total-stx-staker-rewards'),
    stakedMicroStx: uintAt('cycle-staked-ustx'),
    accruedPerMicroStx: uintAt('accrued-rewards-per-ustx'),
    perMicroStx: uintAt('cumulative-rewards-per-ustx'),
  }),
  printedEvent('claim-rewards', {
    manager: principalAt('signer-manager'),
    cycle: uintAt('reward-cycle'),
    sats: uintAt('total-rewards'),
    bondSats: uintAt('bond-totals'),
    stxLeg: ['stx-rewards', settledLeg],
    bondLegs: ['bond-rewards', v.array(settledBond)],
  }),
  printedEvent('claim-staker-rewards-for-signer', {
    manager: principalAt('signer-manager'),
    staker: principalAt('staker'),
    cycle: uintAt('reward-cycle'),
    bond: legAt('bond-index'),
    grossSats: uintAt('rewards-claimed'),
  }),
  printedEvent('grant-signer-key', {
    manager: principalAt('signer-manager'),
    key: bytesField('signer-key'),
    authId: uintAt('auth-id'),
  }),
  printedEvent('register-signer', {
    manager: principalAt('signer'),
    key: bytesField('signer-key'),
  }),
  printedEvent('revoke-signer-grant', {
    manager: principalAt('signer-manager'),
    key: bytesField('signer-key'),
  }),
  printedEvent('set-bond-admin', {
    oldAdmin: principalAt('old-admin'),
    newAdmin: principalAt('new-admin'),
  }),
  printedEvent('set-pause-admin', {
    oldAdmin: principalAt('old-admin'),
    newAdmin: principalAt('new-admin'),
  }),
  printedEvent('pause-rewards', {}),
] as const

/** Topics that pox-5 prints. */
export const poxTopics: readonly string[] = readers.map(({ topic }) => topic)

/** A print event of pox-5: amounts in sats and microSTX, per share scaled by 10^18. */
export type PoxEvent = NonNullable<ReturnType<(typeof readers)[number]['read']>>

/** Decodes a plain Clarity value that pox-5 printed [bitcoin-staking 4]. */
export const decodePoxEvent = eventDecoder<PoxEvent>(readers as readonly EventReader<PoxEvent>[])

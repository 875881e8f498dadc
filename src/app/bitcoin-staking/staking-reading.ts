import * as v from 'valibot'
import { knownOf, unknownReasons } from '../../chain/known.ts'
import type { ClaimList } from '../../chain/stacks/bitcoin-staking/list-claimables.ts'
import type { BondOffer } from '../../chain/stacks/bitcoin-staking/read-bond-offer.ts'
import type { CalculationRecord } from '../../chain/stacks/bitcoin-staking/read-income-history.ts'
import type { ManagerRecord } from '../../chain/stacks/bitcoin-staking/read-manager-record.ts'
import type { ManagerReading } from '../../chain/stacks/bitcoin-staking/read-manager.ts'
import type { StakingPosition } from '../../chain/stacks/bitcoin-staking/read-position.ts'
import type { ProgrammeReading } from '../../chain/stacks/bitcoin-staking/read-programme.ts'
import { uint } from '../../chain/uint.ts'
import { payoutSetting } from '../../wallet/stacks/bitcoin-staking/staking-call.ts'

/** A schema of exactly this type, for what a lower floor has a type of. */
type Of<T> = v.GenericSchema<unknown, T>

const clock = v.object({
  firstBurnHeight: uint,
  cycleBlocks: uint,
  prepareBlocks: uint,
  firstCycle: uint,
})

const bond = v.object({
  index: uint,
  targetRate: uint,
  stxValueRatio: uint,
  minUstxRatio: uint,
  firstCycle: uint,
  endCycle: uint,
  sats: uint,
})

/** The state of pox-5 in its stored form. */
export const programmeReading = v.object({
  deployment: v.string(),
  burnHeight: uint,
  stacksHeight: v.number(),
  readAt: v.number(),
  clock: knownOf(clock),
  cycle: knownOf(v.object({ id: uint, isPreparing: v.boolean() })),
  lastComputeHeight: knownOf(uint),
  arrivedSats: knownOf(uint),
  isPaused: knownOf(v.boolean()),
  stakedMicroStx: knownOf(uint),
  nextStakedMicroStx: knownOf(uint),
  bonds: knownOf(v.array(bond)),
}) satisfies Of<ProgrammeReading>

/** A signer manager in its stored form. */
export const managerReading = v.object({
  manager: v.string(),
  shape: knownOf(
    v.object({
      family: v.picklist(['reference', 'max500', 'native', 'closed']),
      paysBitcoin: v.boolean(),
      fee: v.nullable(v.picklist(['max500', 'variable'])),
      fixesFees: v.boolean(),
    }),
  ),
  code: knownOf(
    v.nullable(
      v.picklist(['reference', 'fastpool-1', 'xverse', 'max500', 'native', 'stackingdao', 'juice']),
    ),
  ),
  fee: knownOf(
    v.object({
      bips: uint,
      pending: v.nullable(v.object({ bips: uint, fromCycle: uint })),
    }),
  ),
  takesStakes: knownOf(v.boolean()),
  delegatedMicroStx: knownOf(uint),
  pendingMicroStx: knownOf(uint),
}) satisfies Of<ManagerReading>

/** What a manager has done so far, in its stored form. */
export const managerRecord = v.object({
  feeChanges: knownOf(
    v.array(v.object({ burnHeight: uint, oldBips: uint, bips: uint, fromCycle: v.nullable(uint) })),
  ),
  claimHeights: knownOf(v.array(uint)),
}) satisfies Of<ManagerRecord>

/** What an address may put into a bond, in its stored form. */
export const bondOffer = v.object({
  bond: uint,
  allowanceSats: knownOf(v.nullable(uint)),
  capacitySats: knownOf(uint),
  registeredSats: knownOf(uint),
}) satisfies Of<BondOffer>

const position = v.object({
  address: v.string(),
  stake: knownOf(
    v.nullable(v.object({ manager: v.string(), microStx: uint, firstCycle: uint, cycles: uint })),
  ),
  bondPart: knownOf(
    v.nullable(
      v.object({
        bond: uint,
        manager: v.string(),
        microStx: uint,
        sats: uint,
        isL1Lock: v.boolean(),
      }),
    ),
  ),
  heldSats: knownOf(uint),
  ownSats: knownOf(uint),
  unlockedMicroStx: knownOf(uint),
  lockedMicroStx: knownOf(uint),
  unlockHeight: knownOf(uint),
}) satisfies Of<StakingPosition>

const leg = v.object({
  bond: v.nullable(uint),
  shares: uint,
  grossSats: uint,
  netSats: knownOf(uint),
  afterPullSats: uint,
  fixedFeeBips: knownOf(uint),
})

const claimList = v.object({
  cycles: v.array(
    v.object({
      cycle: uint,
      manager: v.nullable(v.string()),
      legs: v.array(leg),
      lastComputeHeight: uint,
      isFinal: v.boolean(),
    }),
  ),
  next: v.nullable(uint),
  stopped: v.nullable(v.picklist(unknownReasons)),
}) satisfies Of<ClaimList>

/** What was read of one address, and at which Bitcoin block; the programme is kept once. */
export const holderStake = v.object({
  burnHeight: uint,
  readAt: v.number(),
  position,
  claims: v.nullable(claimList),
  manager: v.nullable(managerReading),
  payout: knownOf(v.nullable(payoutSetting)),
})
export type HolderStake = v.InferOutput<typeof holderStake>

/** A calculation of the past, as far as views show it: sats and microSTX. */
const pastCalculation = v.object({
  height: uint,
  cycle: uint,
  incomeSats: uint,
  bondSats: uint,
  stxSats: uint,
  stakedMicroStx: uint,
}) satisfies Of<PastCalculation>
export type PastCalculation = Pick<
  CalculationRecord,
  'height' | 'cycle' | 'incomeSats' | 'bondSats' | 'stxSats' | 'stakedMicroStx'
>

/** Past calculations, newest first, without a gap. */
export const incomeReading = knownOf(v.array(pastCalculation))

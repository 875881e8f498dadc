import { unknown } from '../../chain/known.ts'
import {
  holderFactsOf,
  managerFactsOf,
} from '../../chain/stacks/bitcoin-staking/holder-facts-of.ts'
import type { BondOffer } from '../../chain/stacks/bitcoin-staking/read-bond-offer.ts'
import {
  checkBondEntry,
  checkBondMove,
  checkBondWithdrawal,
} from '../../protocol/bitcoin-staking/blockers/check-bond.ts'
import { checkClaim } from '../../protocol/bitcoin-staking/blockers/check-claim.ts'
import {
  checkCollection,
  checkPayoutChange,
} from '../../protocol/bitcoin-staking/blockers/check-payout.ts'
import {
  checkStake,
  checkStakeUpdate,
  checkUnstake,
} from '../../protocol/bitcoin-staking/blockers/check-stake.ts'
import type { ManagerChoice } from '../../protocol/bitcoin-staking/blockers/holder-facts.ts'
import type { SigningBlocker } from '../../protocol/bitcoin-staking/blockers/signing-blocker.ts'
import type { StakingCall } from '../../wallet/stacks/bitcoin-staking/staking-call.ts'
import { managerReadingOf } from './staking-question.ts'
import type { StakingState } from './staking-state.ts'

/** What a call usually costs in microSTX: so much has to be left. */
export const USUAL_FEE_MICRO_STX = 10_000n

/** What is read for one call only. */
export interface StakingCallContext {
  /** Sats of the account; null: not known. */
  ownSats?: bigint | null
  /** The bond that is to be entered. */
  offer?: BondOffer | null
  /** What the manager of a claim holds; sats, null: not known. */
  poolSats?: bigint | null
  /** Max500: what it has banked for the account. */
  bankedSats?: bigint
  /** Managers that the account has signed something with. */
  familiar?: ReadonlySet<string>
  /** The wrapper through which one stakes with the native manager; null: none is known. */
  nativePool?: string | null
}

/** What stands against a call, and what a person has to know of it before it is signed. */
export function checkStakingCall(
  state: StakingState,
  call: StakingCall,
  context: StakingCallContext = {},
): SigningBlocker[] {
  const { programme, holder } = state
  const facts =
    programme && holder && holderFactsOf(programme, holder.position, USUAL_FEE_MICRO_STX)
  if (!facts) return [{ kind: 'refused', code: 'unknown', what: 'position' }]
  switch (call.kind) {
    case 'stake':
      return checkStake(facts, { ...call, ...choiceOf(state, call, context) })
    case 'change':
      return checkStakeUpdate(facts, { ...call, ...choiceOf(state, call, context) })
    case 'unstake':
      return checkUnstake(facts)
    case 'claim':
      return checkClaimOf(state, call, context)
    case 'withdraw': {
      const { lastComputeHeight } = programme
      return checkBondWithdrawal(facts, {
        sats: call.sats,
        lastComputeHeight: lastComputeHeight.known ? lastComputeHeight.value : null,
      })
    }
    case 'move-bond':
      return checkBondMove(facts, choiceOf(state, call, context))
    case 'enter-bond':
      return checkBondEntry(facts, {
        ...choiceOf(state, call, context),
        sats: call.sats,
        microStx: call.microStx,
        ownSats: context.ownSats ?? null,
        bond: bondFactsOf(state, call.bond, context),
      })
    case 'set-payout':
      return [
        ...checkPayoutChange(payerOf(state, call.manager), call.payout),
        ...checkFamiliar(call.manager, context),
      ]
    case 'collect':
      return [
        ...checkCollection(payerOf(state, call.manager), context.bankedSats ?? 0n),
        ...checkFamiliar(call.manager, context),
      ]
  }
}

function bondFactsOf({ programme }: StakingState, index: bigint, { offer }: StakingCallContext) {
  const bonds = programme?.bonds.known ? programme.bonds.value : []
  const allowance = offer?.allowanceSats
  return {
    index,
    terms: bonds.find((each) => each.index === index) ?? null,
    allowanceSats: allowance?.known ? allowance.value : undefined,
  }
}

/** The manager that a call names, as far as it was read. */
function choiceOf(
  state: StakingState,
  { manager, payout }: Pick<Extract<StakingCall, { kind: 'stake' }>, 'manager' | 'payout'>,
  { nativePool = null }: StakingCallContext,
): ManagerChoice {
  // In the cycle that the position begins with, where that was read.
  const reading = state.managers.read[manager]?.reading ?? managerReadingOf(state, manager)
  const isOwn = state.holder?.manager?.manager === manager
  // Another manager has nothing stored that a first stake could delete.
  const stored = isOwn ? state.holder!.payout : { known: true as const, value: null }
  return {
    manager: reading
      ? managerFactsOf(reading, stored)
      : { ...managerFactsOf(unreadManager(manager), stored), storedPayout: null },
    payout,
    feeBoundBips: state.settings.feeBoundBips,
    viaPool: nativePool !== null,
  }
}

/** A manager that pays the account, and what it has stored of that where it is the present one. */
function payerOf(state: StakingState, manager: string) {
  const stored =
    state.holder?.manager?.manager === manager ? state.holder.payout : unknown('not-read')
  return managerFactsOf(managerReadingOf(state, manager) ?? unreadManager(manager), stored)
}

/** The contract that is called: whoever answers for the network may name any. */
const checkFamiliar = (manager: string, { familiar }: StakingCallContext): SigningBlocker[] =>
  familiar?.has(manager) ? [] : [{ kind: 'consent', code: 'manager-unfamiliar', manager }]

const unreadManager = (manager: string) => ({
  manager,
  shape: unknown('not-read'),
  code: unknown('not-read'),
  fee: unknown('not-read'),
  takesStakes: unknown('not-read'),
  delegatedMicroStx: unknown('not-read'),
  pendingMicroStx: unknown('not-read'),
})

function checkClaimOf(
  state: StakingState,
  { cycle, bond }: Extract<StakingCall, { kind: 'claim' }>,
  context: StakingCallContext,
): SigningBlocker[] {
  const { poolSats = null, bankedSats = 0n } = context
  const row = state.holder?.claims?.cycles.find((each) => each.cycle === cycle)
  const leg = row?.legs.find((each) => each.bond === bond)
  const reading = managerReadingOf(state, row?.manager ?? null)
  const isPresent = reading !== null && reading === state.holder?.manager
  const payout = isPresent && state.holder?.payout.known ? state.holder.payout.value : null
  const manager = row?.manager ?? null
  const isPaused = state.programme?.isPaused
  const blockers = checkClaim(reading?.shape.known ? reading.shape.value.family : null, {
    grossSats: leg?.grossSats ?? 0n,
    afterPullSats: leg?.afterPullSats ?? 0n,
    netSats: leg?.netSats.known ? leg.netSats.value : null,
    poolSats,
    balanceSats: null,
    payout,
    bankedSats,
    isOwn: true,
    isPaused: isPaused?.known ? isPaused.value : null,
  })
  return manager === null ? blockers : [...blockers, ...checkFamiliar(manager, context)]
}

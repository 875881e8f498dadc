import type { StakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { bondEnd, cycleStart, rewardCycleAt } from '../../protocol/bitcoin-staking/cycle-clock.ts'
import {
  moveBondCall,
  registerForBondCall,
  withdrawBondSatsCall,
} from '../../wallet/stacks/bitcoin-staking/bond-calls.ts'
import {
  delegateStakeCall,
  delegateUpdateCall,
} from '../../wallet/stacks/bitcoin-staking/native-pool-calls.ts'
import {
  claimRewardsCall,
  collectCall,
  setPayoutCall,
} from '../../wallet/stacks/bitcoin-staking/reward-calls.ts'
import {
  stakeCall,
  unstakeCall,
  updateStakeCall,
} from '../../wallet/stacks/bitcoin-staking/stake-calls.ts'
import type {
  StakingCall,
  StakingPurpose,
} from '../../wallet/stacks/bitcoin-staking/staking-call.ts'
import type { StakingSigner } from '../../wallet/stacks/bitcoin-staking/staking-request.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { leastPaidSats } from './least-paid-sats.ts'
import { managerReadingOf } from './staking-question.ts'
import type { StakingState } from './staking-state.ts'

type Made = { request: StacksCallRequest } & Pick<StakingPurpose, 'sats' | 'unlockHeight'>

interface CallParts {
  state: StakingState
  deployment: StakingDeployment
  account: string
  /** Max500: paid with a claim on top of it, or collected alone. */
  bankedSats: bigint
}

/** The contract call for what a holder wants; undefined: what it needs to know is not known. */
export function requestOfCall(call: StakingCall, parts: CallParts): Made | undefined {
  const { state, deployment, account, bankedSats } = parts
  const { programme, holder } = state
  if (!programme?.clock.known || holder === null) return undefined
  const clock = programme.clock.value
  const signer: StakingSigner = { deployment, account }
  const { stake, bondPart, heldSats } = holder.position
  if (!stake.known || !bondPart.known || !heldSats.known) return undefined
  const cycle = rewardCycleAt(clock, programme.burnHeight)
  const pool = isNative(state, call) ? deployment.nativePool : null
  switch (call.kind) {
    case 'stake': {
      const wish = { ...call, burnHeight: programme.burnHeight, heldSats: heldSats.value }
      return {
        request: pool === null ? stakeCall(signer, wish) : delegateStakeCall(signer, pool, wish),
        sats: null,
        unlockHeight: cycleStart(clock, cycle + 1n + call.cycles),
      }
    }
    case 'change': {
      if (stake.value === null) return undefined
      const { manager: oldManager, microStx, firstCycle, cycles } = stake.value
      const wish = { ...call, oldManager, microStx }
      return {
        request:
          pool === null ? updateStakeCall(signer, wish) : delegateUpdateCall(signer, pool, wish),
        sats: null,
        unlockHeight: cycleStart(clock, firstCycle + cycles + call.addedCycles),
      }
    }
    case 'unstake':
      if (stake.value === null) return undefined
      return {
        request: unstakeCall(signer, stake.value.manager),
        sats: null,
        unlockHeight: cycleStart(clock, cycle + 1n),
      }
    case 'claim':
      return claimRequest(call, parts)
    case 'withdraw': {
      if (bondPart.value === null) return undefined
      const { sats } = call
      const { manager } = bondPart.value
      return { request: withdrawBondSatsCall(signer, { manager, sats }), sats, unlockHeight: null }
    }
    case 'enter-bond':
      return {
        request: registerForBondCall(signer, { ...call, heldSats: heldSats.value }),
        sats: null,
        unlockHeight: bondEnd(clock, call.bond),
      }
    case 'move-bond': {
      if (bondPart.value === null) return undefined
      const { manager: oldManager } = bondPart.value
      const request = moveBondCall(signer, { ...call, oldManager })
      return { request, sats: null, unlockHeight: null }
    }
    case 'set-payout': {
      const { manager, payout } = call
      // The call needs the bound that a stake may leave out.
      const setting = payout && {
        ...payout,
        minClaimSats: payout.minClaimSats ?? leastPaidSats(payout),
      }
      return { request: setPayoutCall(signer, manager, setting), sats: null, unlockHeight: null }
    }
    case 'collect': {
      const { manager } = call
      const request = collectCall(signer, { manager, sats: bankedSats })
      return { request, sats: bankedSats, unlockHeight: null }
    }
  }
}

const isNative = (state: StakingState, call: StakingCall): boolean => {
  const reading = 'manager' in call ? managerReadingOf(state, call.manager) : null
  return Boolean(reading?.shape.known && reading.shape.value.family === 'native')
}

/** A claim moves exactly what the holder's part of the cycle is worth after the fee. */
function claimRequest(
  { cycle, bond }: Extract<StakingCall, { kind: 'claim' }>,
  { state, deployment, account, bankedSats }: CallParts,
): Made | undefined {
  const row = state.holder?.claims?.cycles.find((each) => each.cycle === cycle)
  const leg = row?.legs.find((each) => each.bond === bond)
  const manager = row?.manager ?? null
  const reading = managerReadingOf(state, manager)
  if (manager === null || !leg?.netSats.known || !reading?.shape.known) return undefined
  const paidSats = leg.netSats.value + bankedSats
  const { family } = reading.shape.value
  const claim = { family, manager, staker: account, cycle, bond, paidSats }
  const request = claimRewardsCall({ deployment, account }, claim)
  return request && { request, sats: paidSats, unlockHeight: null }
}

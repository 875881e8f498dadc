import { expect, it } from 'vitest'
import { familiarManagers } from '../../../../src/app/bitcoin-staking/familiar-managers.ts'
import { createStacksIntent } from '../../../../src/wallet/stacks/advance-stacks-intent.ts'
import type { StakingCall } from '../../../../src/wallet/stacks/bitcoin-staking/staking-call.ts'
import type { StacksIntent } from '../../../../src/wallet/stacks/stacks-intent.ts'
import { stacksIntent } from '../../../support/background/signing-scenarios.ts'
import { alice, bob, contract } from '../../../support/staking-bench.ts'

const stake = (manager: string): StakingCall => ({
  kind: 'stake',
  manager,
  microStx: 1n,
  cycles: 1n,
  payout: null,
})
const made = (call: StakingCall, change: Partial<StacksIntent> = {}, to = 'm9'): StacksIntent => {
  const request = { ...stacksIntent({}).request, account: alice, contract: contract(to) }
  return {
    ...createStacksIntent('i', 'staking', request, 0),
    state: 'confirmed',
    staking: { call, accepted: [], sats: null, unlockHeight: null },
    ...change,
  }
}

it('managers are familiar that the account’s own calls were sent to, or have named', () => {
  const others = made(stake(contract('m4')))
  const intents = [
    made(stake(contract('m1'))),
    made(stake(contract('m2')), { state: 'failed' }),
    made({ kind: 'claim', cycle: 1n, bond: null }, { state: 'submitted' }, 'm3'),
    { ...others, request: { ...others.request, account: bob } },
    made({ kind: 'unstake' }),
    made(stake(contract('m5')), { staking: null }),
  ]
  expect([...familiarManagers(intents, alice)]).toEqual([contract('m1'), contract('m3')])
})

import { Cl, serializeCV } from '@stacks/transactions'
import { describe, expect, test } from 'vitest'
import { pox5Contract } from '../../../../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import type {
  Condition,
  Mode,
  StakingCondition,
} from '../../../../../src/dev/network/transaction/conditions.ts'
import { findViolation } from '../../../../../src/dev/network/transaction/find-violation.ts'
import type { VmEvent } from '../../../../../src/dev/network/vm/outcome.ts'
import { alice, bob } from '../../../../support/staking-bench.ts'

const print = (topic: string, staker: string, contract = pox5Contract): VmEvent => ({
  event: 'print_event',
  data: {
    contract_identifier: contract,
    raw_value: `0x${serializeCV(
      Cl.tuple({ topic: Cl.stringAscii(topic), staker: Cl.principal(staker) }),
    ).replace(/^0x/, '')}`,
  },
})
const lock = (who: string, microStx: bigint): VmEvent => ({
  event: 'stx_lock_event',
  data: {
    contract_identifier: pox5Contract,
    locked_address: who,
    locked_amount: String(microStx),
    unlock_height: '500',
  },
})
const staked = (who: string, microStx: bigint) => [print('stake', who), lock(who, microStx)]
const left = (who: string) => [print('unstake', who), lock(who, 70n)]

const locks = (
  amount: bigint,
  comparison: 'eq' | 'lte' = 'eq',
  principal = alice,
): StakingCondition => ({ kind: 'staking', principal, origin: false, comparison, amount })
const performs = (
  rule: 'will-perform' | 'may-perform' | 'will-not-perform',
  principal = alice,
): StakingCondition => ({ kind: 'pox', principal, origin: false, rule })

const holds = (events: VmEvent[], conditions: Condition[], mode: Mode = 'deny') =>
  findViolation(events, conditions, mode, alice) === undefined

describe('conditions on staking', () => {
  test('compare the sum of what was locked', () => {
    const twice = [...staked(alice, 30n), ...staked(alice, 40n)]
    expect(holds(twice, [locks(70n)])).toBe(true)
    expect(holds(twice, [locks(40n)])).toBe(false)
    expect(holds(twice, [locks(100n, 'lte')])).toBe(true)
    expect(holds([], [locks(1n)])).toBe(false)
    expect(holds([], [locks(0n)])).toBe(true)
  })

  test('say who leaves or changes a bond, whose lock is no staking', () => {
    expect(holds(left(alice), [performs('will-perform')])).toBe(true)
    expect(holds(left(alice), [performs('may-perform')])).toBe(true)
    expect(holds(left(alice), [performs('will-not-perform')])).toBe(false)
    expect(holds([], [performs('will-perform')])).toBe(false)
    expect(holds([], [performs('may-perform')])).toBe(true)
    expect(holds(left(alice), [performs('will-perform'), locks(70n)])).toBe(false)
    for (const topic of ['unstake-sbtc', 'update-bond-registration', 'announce-l1-early-exit'])
      expect(holds([print(topic, alice)], [performs('will-perform')])).toBe(true)
    expect(holds([print('calculate-rewards', alice)], [])).toBe(true)
  })

  test('cover in Deny mode all that was done', () => {
    expect(holds(staked(alice, 30n), [])).toBe(false)
    expect(holds(staked(alice, 30n), [locks(30n, 'eq', bob)])).toBe(false)
    expect(holds(staked(alice, 30n), [performs('may-perform')])).toBe(false)
    expect(holds(left(alice), [])).toBe(false)
    expect(holds(left(alice), [locks(0n)])).toBe(false)
    expect(holds([...staked(alice, 30n), ...staked(bob, 9n)], [locks(30n)])).toBe(false)
  })

  test('cover in Originator mode what the origin did, in Allow mode nothing', () => {
    const both = [...staked(alice, 30n), ...staked(bob, 9n), ...left(bob)]
    expect(holds(both, [locks(30n)], 'originator')).toBe(true)
    expect(holds(both, [], 'originator')).toBe(false)
    expect(holds(both, [], 'allow')).toBe(true)
    expect(holds(both, [locks(31n)], 'allow')).toBe(false)
  })

  test('look at pox-5 alone', () => {
    const elsewhere = [print('unstake', alice, `${bob}.pox-5`)]
    expect(holds(elsewhere, [])).toBe(true)
    expect(holds(elsewhere, [performs('will-perform')])).toBe(false)
  })
})

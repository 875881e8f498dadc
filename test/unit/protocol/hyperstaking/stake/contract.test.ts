import { beforeEach, describe, expect, it } from 'vitest'
import { base58Encode } from '../../../../../src/protocol/base58.ts'
import {
  balanceOf,
  createLedger,
  type Ledger,
} from '../../../../../src/protocol/hyperstaking/chain/ledger.ts'
import { keyBytes } from '../../../../../src/protocol/hyperstaking/core/bytes.ts'
import { EPOCH } from '../../../../../src/protocol/hyperstaking/core/epoch.ts'
import {
  namedAccount,
  namedContract,
  STAKE,
  TRANSFER,
} from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { innermost, expecting } from '../../../../../src/protocol/hyperstaking/core/panic.ts'
import { dusk, U64_MAX } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import type { Contract } from '../../../../../src/protocol/hyperstaking/host/contract.ts'
import { hex } from '../../../../../src/protocol/hyperstaking/host/signature.ts'
import { charlie } from '../../../../../src/protocol/hyperstaking/pools/charlie.ts'
import type { StakeData } from '../../../../../src/protocol/hyperstaking/stake/types.ts'
import {
  alice,
  bob,
  carol,
  ownedBy,
  ownedByAccount,
  provisioner,
  fundAccounts,
  sendCall,
  signedStake,
  signedWithdraw,
} from '../../../../support/hyperstaking-ledger.ts'

const CHARLIE = namedContract('charlie')
const ALICE = namedContract('alice')

/** A contract that stakes through a relayer, and one that tries what no contract may. */
const aliceContract: Contract = {
  stake_via_relayer(context, arg) {
    const { relayer, stake } = arg as { relayer: string; stake: { value: bigint } }
    context.call(TRANSFER, 'deposit', stake.value)
    expecting('Staking to the stake contract via the relayer contract should succeed', () =>
      context.call(TRANSFER, 'contract_to_contract', {
        contract: relayer,
        value: stake.value,
        method: 'stake_from_contract',
        data: stake,
      }),
    )
  },
  call_stake_directly: (context, arg) => context.call(STAKE, 'stake_from_contract', arg),
  unstake_of_another: (context, arg) => context.call(STAKE, 'unstake_from_contract', arg),
  garbage(context) {
    context.call(TRANSFER, 'deposit', dusk(1000n))
    expecting('should succeed', () =>
      context.call(TRANSFER, 'contract_to_contract', {
        contract: STAKE,
        value: dusk(1000n),
        method: 'stake_from_contract',
        data: { no: 'stake' },
      }),
    )
  },
}

let ledger: Ledger
const stakeOf = (account = provisioner) =>
  ledger.host.read(STAKE, 'get_stake', account) as StakeData | null
const contractStake = (value: bigint) => signedStake(provisioner, ownedBy(CHARLIE), value)
const stakeByContract = (value: bigint) =>
  sendCall(ledger, {
    sender: alice,
    contract: CHARLIE,
    method: 'stake',
    arg: contractStake(value),
    deposit: value,
  })
const stakeBalance = () => ledger.host.read(TRANSFER, 'contract_balance', STAKE)
const topics = (receipt: { events: Array<{ topic: string }> }) =>
  receipt.events.map(({ topic }) => topic)

beforeEach(() => {
  ledger = createLedger()
  ledger.host.deploy(CHARLIE, charlie)
  ledger.host.deploy(ALICE, () => aliceContract)
  fundAccounts(ledger, alice, bob)
  ledger.host.height = 1n
})

describe('contract_stake.rs', () => {
  it('stake_from_contract_direct: a root call is refused', () => {
    const stake = contractStake(dusk(1000n))
    const receipt = sendCall(ledger, {
      sender: alice,
      contract: STAKE,
      method: 'stake_from_contract',
      arg: {
        contract: CHARLIE,
        value: stake.value,
        data: stake,
      },
    })
    expect(receipt.error).toBe('Panic: Cannot be called by a root ICC')
  })

  it('stake_from_contract: 1000 at 1, at 2, at 4320 → value 2900, locked 100', () => {
    expect(stakeByContract(dusk(1000n)).error).toBeNull()
    expect(stakeOf()?.amount).toEqual({ value: dusk(1000n), locked: 0n, eligibility: 4320n })
    ledger.host.height = 2n
    expect(stakeByContract(dusk(1000n)).error).toBeNull()
    expect(stakeOf()?.amount).toEqual({ value: dusk(2000n), locked: 0n, eligibility: 4320n })
    ledger.host.height = 2n * EPOCH
    expect(stakeByContract(dusk(1000n)).error).toBeNull()
    expect(stakeOf()?.amount).toEqual({
      value: dusk(2900n),
      locked: dusk(100n),
      eligibility: 4320n,
    })

    const byUser = signedStake(provisioner, ownedByAccount(alice), dusk(1000n))
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'stake',
        arg: byUser,
        deposit: dusk(1000n),
      }).error,
    ).toBe('Panic: Keys mismatch')

    const order = () =>
      signedWithdraw(ledger, {
        account: provisioner,
        owner: alice,
        contract: STAKE,
        value: dusk(3000n),
        receiver: alice,
      })
    expect(
      sendCall(ledger, { sender: alice, contract: STAKE, method: 'unstake', arg: order() }).error,
    ).toBe('Panic: expect StakeFundOwner::Account')

    const reward = 5_000n
    ledger.host.fromOutside(STAKE, 'reward', [
      { account: provisioner, value: reward, reason: 'GeneratorFixed' },
    ])
    const before = balanceOf(ledger, alice)
    const unstake = sendCall(ledger, {
      sender: alice,
      contract: CHARLIE,
      method: 'unstake',
      arg: {
        ...order(),
        withdraw: { ...orderTo(dusk(3000n)) },
      },
    })
    expect(unstake.error).toBeNull()
    expect(stakeOf()).toEqual({ amount: null, reward, faults: 0, hardFaults: 0 })
    expect(balanceOf(ledger, alice)).toBe(
      before + dusk(3000n) - unstake.gasSpent * unstake.gasPrice,
    )

    const claim = sendCall(ledger, {
      sender: alice,
      contract: CHARLIE,
      method: 'withdraw',
      arg: {
        ...order(),
        withdraw: { ...orderTo(reward - 1n) },
      },
    })
    expect(claim.error).toBeNull()
    expect(stakeOf()?.reward).toBe(1n)

    const tooMuch = sendCall(ledger, {
      sender: alice,
      contract: CHARLIE,
      method: 'withdraw',
      arg: {
        ...order(),
        withdraw: { ...orderTo(2n) },
      },
    })
    expect(innermost(tooMuch.error!)).toBe('Value to withdraw is higher than available reward')
    expect(stakeOf()?.reward).toBe(1n)
  })
})

/** The inner order of charlie's unstake and withdraw: pays alice out of charlie. */
const orderTo = (value: bigint) =>
  signedWithdraw(ledger, {
    account: provisioner,
    owner: alice,
    contract: CHARLIE,
    value,
    receiver: alice,
  }).withdraw

describe('stake_from_contract.rs', () => {
  it('a stake below the minimum through a relayer fails with every level', () => {
    const stake = signedStake(provisioner, ownedBy(CHARLIE), dusk(1000n) - 1n)
    const before = balanceOf(ledger, alice)
    const receipt = sendCall(ledger, {
      sender: alice,
      contract: ALICE,
      method: 'stake_via_relayer',
      arg: { relayer: CHARLIE, stake },
      deposit: stake.value,
    })
    expect(receipt.error).toBe(
      String.raw`Panic: Staking to the stake contract via the relayer contract should succeed: Panic("Calling receiver should succeed: ` +
        String.raw`Panic(\"[relayer] Staking to the stake contract should succeed: Panic(\\\"Calling receiver should succeed: ` +
        String.raw`Panic(\\\\\\\"The staked value is lower than the minimum amount!\\\\\\\")\\\")\")")`,
    )
    expect(innermost(receipt.error!)).toBe('The staked value is lower than the minimum amount!')
    expect(stakeOf()).toBeNull()
    expect(stakeBalance()).toBe(0n)
    expect(balanceOf(ledger, alice)).toBe(before - receipt.gasSpent)
    expect(receipt.gasSpent).toBe(500_000_000n)
    expect(topics(receipt)).toEqual(['moonlight'])
  })

  it('a relayed stake belongs to the relayer', () => {
    const stake = contractStake(dusk(1000n))
    const receipt = sendCall(ledger, {
      sender: alice,
      contract: ALICE,
      method: 'stake_via_relayer',
      arg: { relayer: CHARLIE, stake },
      deposit: stake.value,
    })
    expect(receipt.error).toBeNull()
    expect(topics(receipt)).toEqual([
      'deposit',
      'stake',
      'contract_to_contract',
      'contract_to_contract',
      'moonlight',
    ])
    const foreign = signedStake(provisioner, ownedBy(ALICE), dusk(1000n))
    expect(
      innermost(
        sendCall(ledger, {
          sender: alice,
          contract: ALICE,
          method: 'stake_via_relayer',
          arg: { relayer: CHARLIE, stake: foreign },
          deposit: foreign.value,
        }).error!,
      ),
    ).toBe('Keys mismatch')
  })
})

describe('guards of stake_from_contract, in order', () => {
  const failure = (stake: unknown, value = dusk(1000n)) =>
    innermost(
      sendCall(ledger, {
        sender: alice,
        contract: CHARLIE,
        method: 'stake',
        arg: stake,
        deposit: value,
      }).error ?? 'none',
    )

  it.each([
    [
      'The stake must target the correct chain',
      () => signedStake(provisioner, ownedBy(CHARLIE), dusk(1000n), 1),
    ],
    [
      'expect StakeFundOwner::Contract',
      () => signedStake(provisioner, ownedByAccount(alice), dusk(1000n)),
    ],
    ['Invalid contract caller', () => signedStake(provisioner, ownedBy(ALICE), dusk(1000n))],
    [
      'Invalid account signature!',
      () => ({ ...contractStake(dusk(1000n)), signature: contractStake(dusk(1001n)).signature }),
    ],
  ])('%s', (text, stake) => {
    expect(failure(stake())).toBe(text)
    expect(stakeOf()).toBeNull()
  })

  it('Invalid stake received', () => {
    expect(
      innermost(
        sendCall(ledger, {
          sender: alice,
          contract: ALICE,
          method: 'garbage',
          arg: null,
          deposit: dusk(1000n),
        }).error!,
      ),
    ).toBe('Invalid stake received')
  })

  it('a contract cannot reach it without the transfer contract', () => {
    const stake = contractStake(dusk(1000n))
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: ALICE,
        method: 'call_stake_directly',
        arg: {
          contract: ALICE,
          value: stake.value,
          data: stake,
        },
      }).error,
    ).toBe('Panic: Can only be called from the transfer contract')
  })

  it('a top-up needs neither minimum nor signature, and the signed order can be used again', () => {
    stakeByContract(dusk(1000n))
    const unsigned = { ...contractStake(1n), signature: { account: '', owner: '' } }
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: CHARLIE,
        method: 'stake',
        arg: unsigned,
        deposit: 1n,
      }).error,
    ).toBeNull()
    expect(stakeByContract(dusk(1000n)).error).toBeNull()
    expect(stakeOf()?.amount?.value).toBe(dusk(2000n) + 1n)
  })

  it('a deposit must be exactly what the call takes', () => {
    expect(
      innermost(
        sendCall(ledger, {
          sender: alice,
          contract: CHARLIE,
          method: 'stake',
          arg: contractStake(dusk(1000n)),
          deposit: dusk(999n),
        }).error!,
      ),
    ).toBe("The value to deposit doesn't match the value in the transaction")
    expect(
      innermost(
        sendCall(ledger, {
          sender: alice,
          contract: CHARLIE,
          method: 'stake',
          arg: contractStake(dusk(1000n)),
        }).error!,
      ),
    ).toBe('There is no deposit in the transaction')
  })
})

describe('unstake_from_contract', () => {
  const unstake = (value: bigint) => {
    const order = signedWithdraw(ledger, {
      account: provisioner,
      owner: alice,
      contract: CHARLIE,
      value,
      receiver: alice,
    })
    return sendCall(ledger, { sender: alice, contract: CHARLIE, method: 'unstake', arg: order })
  }

  it('guards in order', () => {
    expect(innermost(unstake(1n).error!)).toBe('A stake should exist in the map to be unstaked!')
    stakeByContract(dusk(1000n))
    expect(innermost(unstake(dusk(1000n) + 1n).error!)).toBe(
      'Value to unstake higher than the staked amount',
    )
    expect(
      innermost(
        sendCall(ledger, {
          sender: alice,
          contract: ALICE,
          method: 'unstake_of_another',
          arg: {
            account: provisioner,
            value: 1n,
            method: 'x',
            data: null,
          },
        }).error!,
      ),
    ).toBe('Invalid contract caller')
    ledger.host.fromOutside(STAKE, 'reward', [{ account: provisioner, value: 1n, reason: 'Voter' }])
    unstake(dusk(1000n))
    expect(innermost(unstake(1n).error!)).toBe('There must be an amount to unstake')
  })

  it('only a contract may order it, and a failing callback is reported with every level', () => {
    stakeByContract(dusk(1000n))
    const arg = { account: provisioner, value: 1n, method: 'x', data: null }
    expect(() => ledger.host.fromOutside(STAKE, 'unstake_from_contract', arg)).toThrow(
      'unstake must be called by a contract',
    )
    ledger.host.fromOutside(STAKE, 'reward', [{ account: provisioner, value: 9n, reason: 'Voter' }])
    expect(() => ledger.host.fromOutside(STAKE, 'withdraw_from_contract', arg)).toThrow(
      'unstake must be called by a contract',
    )
    const stale = orderTo(dusk(1n))
    const failed = (method: string, value: bigint) =>
      sendCall(ledger, {
        sender: alice,
        contract: CHARLIE,
        method,
        arg: {
          account: provisioner,
          withdraw: { ...stale, value },
          signature: { account: '', owner: '' },
        },
      }).error
    expect(failed('unstake', dusk(1n) + 1n)).toBe(
      String.raw`Panic: Unstake from stake contract should succeed: Panic("Unstaking to contract should succeed: ` +
        String.raw`Panic(\"Calling receiver should succeed: Panic(\\\"Withdrawing stake should succeed: ` +
        String.raw`Panic(\\\\\\\"Invalid signature\\\\\\\")\\\")\")")`,
    )
    expect(failed('withdraw', 9n)).toBe(
      String.raw`Panic: Withdraw rewards from stake contract should succeed: Panic("Withdrawing reward to contract should succeed: ` +
        String.raw`Panic(\"Calling receiver should succeed: Panic(\\\"Withdrawing stake should succeed: ` +
        String.raw`Panic(\\\\\\\"Incorrect nonce signed\\\\\\\")\\\")\")")`,
    )
  })

  it('charlie’s callbacks are for the transfer contract, within a contract’s call', () => {
    for (const method of ['receive_unstake', 'receive_reward']) {
      expect(sendCall(ledger, { sender: alice, contract: CHARLIE, method, arg: null }).error).toBe(
        'Panic: Cannot be called by a root ICC',
      )
      expect(() => ledger.host.fromOutside(CHARLIE, method, null)).toThrow(
        'Can only be called from the transfer contract',
      )
    }
  })

  it('drains value before locked, keeps eligibility, and reports both parts', () => {
    stakeByContract(dusk(1000n))
    ledger.host.height = 4320n
    stakeByContract(dusk(1000n))
    const receipt = unstake(dusk(1950n))
    expect(topics(receipt)).toEqual(['withdraw', 'contract_to_contract', 'unstake', 'moonlight'])
    expect(receipt.events[2]?.data).toMatchObject({ value: dusk(1900n), locked: dusk(50n) })
    expect(stakeOf()?.amount).toEqual({ value: 0n, locked: dusk(50n), eligibility: 4320n })
    expect(stakeBalance()).toBe(dusk(50n))
  })

  it('the callback sees the state before the unstake, and an empty entry is deleted', () => {
    const seen: unknown[] = []
    const WATCHER = namedContract('watcher')
    ledger.host.deploy(WATCHER, () => ({
      ...charlie(),
      receive_unstake: (context) => seen.push(context.call(STAKE, 'get_stake', provisioner)),
      receive_reward: (context) => seen.push(context.call(STAKE, 'get_stake', provisioner)),
    }))
    sendCall(ledger, {
      sender: alice,
      contract: WATCHER,
      method: 'stake',
      arg: signedStake(provisioner, ownedBy(WATCHER), dusk(1000n)),
      deposit: dusk(1000n),
    })
    ledger.host.fromOutside(STAKE, 'reward', [{ account: provisioner, value: 7n, reason: 'Voter' }])
    const order = (value: bigint) =>
      signedWithdraw(ledger, {
        account: provisioner,
        owner: alice,
        contract: WATCHER,
        value,
        receiver: alice,
      })
    const receipt = sendCall(ledger, {
      sender: alice,
      contract: WATCHER,
      method: 'withdraw',
      arg: order(7n),
    })
    expect(topics(receipt)).toEqual(['mint_c', 'withdraw', 'moonlight'])
    sendCall(ledger, {
      sender: alice,
      contract: WATCHER,
      method: 'unstake',
      arg: order(dusk(1000n)),
    })
    expect(seen).toMatchObject([
      { reward: 7n, amount: { value: dusk(1000n) } },
      { reward: 0n, amount: { value: dusk(1000n) } },
    ])
    expect(ledger.stake.entries.size).toBe(0)
  })

  it('a late reward recreates the entry under the key, and the contract can stake no more', () => {
    stakeByContract(dusk(1000n))
    unstake(dusk(1000n))
    expect(stakeOf()).toBeNull()
    ledger.host.fromOutside(STAKE, 'reward', [
      { account: provisioner, value: 15_513_593n, reason: 'Voter' },
    ])
    expect(ledger.host.read(STAKE, 'get_stake_keys', provisioner)).toEqual({
      account: provisioner,
      owner: { kind: 'account', account: provisioner },
    })
    expect(innermost(stakeByContract(dusk(1000n)).error!)).toBe('Keys mismatch')
  })
})

describe('withdraw_from_contract, in order', () => {
  it('no entry, nothing, too much', () => {
    const claim = (value: bigint) => {
      const order = signedWithdraw(ledger, {
        account: provisioner,
        owner: alice,
        contract: CHARLIE,
        value,
        receiver: alice,
      })
      return innermost(
        sendCall(ledger, { sender: alice, contract: CHARLIE, method: 'withdraw', arg: order })
          .error ?? 'none',
      )
    }
    expect(claim(0n)).toBe('A stake should exist in the map to get rewards!')
    stakeByContract(dusk(1000n))
    expect(claim(0n)).toBe('Withdrawing 0 reward is not allowed')
    expect(claim(1n)).toBe('Value to withdraw is higher than available reward')
  })
})

describe('an account’s own stake (stake.rs::stake_withdraw_unstake)', () => {
  const own = ownedByAccount(alice)
  const order = (value: bigint) =>
    signedWithdraw(ledger, {
      account: provisioner,
      owner: alice,
      contract: STAKE,
      value,
      receiver: alice,
    })

  it('stakes, claims, and unstakes within the minimum', () => {
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'stake',
        arg: signedStake(provisioner, own, dusk(999n)),
        deposit: dusk(999n),
      }).error,
    ).toBe('Panic: The staked value is lower than the minimum amount!')
    const forged = {
      ...signedStake(provisioner, own, dusk(1000n)),
      signature: { account: '', owner: '' },
    }
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'stake',
        arg: forged,
        deposit: dusk(1000n),
      }).error,
    ).toBe('Panic: Invalid owner signature!')
    const halfForged = {
      ...forged,
      signature: { ...signedStake(provisioner, own, dusk(1000n)).signature, account: '' },
    }
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'stake',
        arg: halfForged,
        deposit: dusk(1000n),
      }).error,
    ).toBe('Panic: Invalid account signature!')
    const staked = sendCall(ledger, {
      sender: alice,
      contract: STAKE,
      method: 'stake',
      arg: signedStake(provisioner, own, dusk(1500n)),
      deposit: dusk(1500n),
    })
    expect(topics(staked)).toEqual(['deposit', 'stake', 'moonlight'])

    ledger.host.fromOutside(STAKE, 'reward', [
      { account: provisioner, value: dusk(3n), reason: 'GeneratorFixed' },
    ])
    expect(
      topics(
        sendCall(ledger, {
          sender: alice,
          contract: STAKE,
          method: 'withdraw',
          arg: order(dusk(3n)),
        }),
      ),
    ).toEqual(['mint', 'withdraw', 'moonlight'])

    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'unstake',
        arg: order(dusk(501n)),
      }).error,
    ).toBe('Panic: Stake left is lower than minimum stake')
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'unstake',
        arg: order(dusk(500n)),
      }).error,
    ).toBeNull()
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'unstake',
        arg: order(dusk(1000n)),
      }).error,
    ).toBeNull()
    expect(stakeOf()).toBeNull()
  })

  it('stake checks in order: chain, keys, minimum, owner, account, deposit', () => {
    const failure = (stake: unknown, deposit = 0n) =>
      sendCall(ledger, { sender: alice, contract: STAKE, method: 'stake', arg: stake, deposit })
        .error
    const unsigned = { account: '', owner: '' }
    const small = { ...signedStake(provisioner, own, 5n), signature: unsigned }
    expect(failure({ ...small, chainId: 7 })).toBe('Panic: The stake must target the correct chain')
    expect(failure(small)).toBe('Panic: The staked value is lower than the minimum amount!')
    const ofContract = signedStake(provisioner, ownedBy(CHARLIE), 5n)
    expect(failure(ofContract)).toBe('Panic: The staked value is lower than the minimum amount!')
    expect(failure({ ...ofContract, value: dusk(1000n) })).toBe(
      'Panic: expect StakeFundOwner::Account',
    )
    const infinity = base58Encode(Uint8Array.from({ length: 96 }, (_, at) => (at === 0 ? 0xc0 : 0)))
    expect(
      failure({
        ...signedStake(provisioner, ownedByAccount(infinity), dusk(1000n)),
        signature: unsigned,
      }),
    ).toBe('Panic: Specified owner key is not valid')
    expect(failure({ ...small, value: dusk(1000n) })).toBe('Panic: Invalid owner signature!')
    const signed = signedStake(provisioner, own, dusk(1000n))
    expect(failure({ ...signed, signature: { ...signed.signature, account: '' } })).toBe(
      'Panic: Invalid account signature!',
    )
    expect(failure(signed)).toBe(
      'Panic: Depositing funds into contract should succeed: Panic("There is no deposit in the transaction")',
    )
    sendCall(ledger, {
      sender: alice,
      contract: STAKE,
      method: 'stake',
      arg: signed,
      deposit: dusk(1000n),
    })
    expect(failure(signedStake(provisioner, ownedByAccount(bob), 5n))).toBe('Panic: Keys mismatch')
    // A top-up needs no minimum, but both signatures.
    expect(failure({ ...small, value: 5n }, 5n)).toBe('Panic: Invalid owner signature!')
    expect(failure(signedStake(provisioner, own, 5n), 5n)).toBeNull()
  })

  it('unstake reports a bad signature before too small a rest, and the rest last of all', () => {
    sendCall(ledger, {
      sender: alice,
      contract: STAKE,
      method: 'stake',
      arg: signedStake(provisioner, own, dusk(1500n)),
      deposit: dusk(1500n),
    })
    const small = order(dusk(501n))
    const forged = (signature: object) => ({
      ...small,
      signature: { ...small.signature, ...signature },
    })
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'unstake',
        arg: forged({ owner: '' }),
      }).error,
    ).toBe('Panic: Invalid owner signature!')
    const next = order(dusk(501n))
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'unstake',
        arg: {
          ...next,
          signature: { ...next.signature, account: '' },
        },
      }).error,
    ).toBe('Panic: Invalid account signature!')
    const before = balanceOf(ledger, alice)
    const receipt = sendCall(ledger, {
      sender: alice,
      contract: STAKE,
      method: 'unstake',
      arg: order(dusk(501n)),
    })
    expect(receipt.error).toBe('Panic: Stake left is lower than minimum stake')
    expect(receipt.steps.filter(({ kind }) => kind === 'event')).toHaveLength(2)
    expect(balanceOf(ledger, alice)).toBe(before - receipt.gasSpent)
    expect(stakeOf()?.amount?.value).toBe(dusk(1500n))
  })

  it('an order signed for another transaction is refused', () => {
    sendCall(ledger, {
      sender: alice,
      contract: STAKE,
      method: 'stake',
      arg: signedStake(provisioner, own, dusk(1000n)),
      deposit: dusk(1000n),
    })
    const stale = order(dusk(1000n))
    sendCall(ledger, { sender: alice, contract: STAKE, method: 'get_version', arg: null })
    expect(
      sendCall(ledger, { sender: alice, contract: STAKE, method: 'unstake', arg: stale }).error,
    ).toBe('Panic: Withdrawing stake should succeed: Panic("Incorrect nonce signed")')
  })
})

describe('events.rs', () => {
  const height = 1n
  beforeEach(() => {
    stakeByContract(dusk(1000n))
    ledger.host.height = height
  })
  const slash = (method: string, more: object = {}) =>
    ledger.host.fromOutside(STAKE, method, { account: provisioner, ...more })

  it('reward_slash: the first fault warns, the next move eligibility by one and two epochs', () => {
    expect(slash('slash')).toEqual([])
    expect(stakeOf()).toMatchObject({
      faults: 1,
      amount: { value: dusk(1000n), eligibility: 4320n },
    })
    expect(slash('slash')).toMatchObject([
      { topic: 'slash', data: { value: dusk(100n), nextEligibility: 4320n } },
    ])
    expect(slash('slash')).toMatchObject([
      { topic: 'slash', data: { value: dusk(180n), nextEligibility: 6480n } },
    ])
    expect(stakeOf()).toMatchObject({
      faults: 3,
      amount: { value: dusk(720n), locked: dusk(280n) },
    })
    ledger.host.fromOutside(STAKE, 'reward', [{ account: provisioner, value: 1n, reason: 'Voter' }])
    expect(stakeOf()).toMatchObject({ faults: 0, hardFaults: 0 })
    expect(slash('slash')).toEqual([])
    expect(stakeBalance()).toBe(dusk(1000n))
  })

  it('stake_hard_slash: burns a tenth, then with severity 2 three tenths; rewards reset it', () => {
    expect(slash('hard_slash')).toMatchObject([
      { topic: 'hard_slash', data: { value: dusk(100n), nextEligibility: 4320n } },
    ])
    expect(slash('hard_slash', { severity: 2 })).toMatchObject([
      { data: { value: dusk(270n), nextEligibility: 8640n } },
    ])
    expect(stakeOf()).toMatchObject({ hardFaults: 3, amount: { value: dusk(630n), locked: 0n } })
    expect(ledger.host.read(STAKE, 'burnt_amount')).toBe(dusk(370n))
    expect(stakeBalance()).toBe(dusk(630n))
    ledger.host.fromOutside(STAKE, 'reward', [{ account: provisioner, value: 1n, reason: 'Voter' }])
    expect(stakeOf()).toMatchObject({ hardFaults: 0 })
  })

  it('divides before it multiplies, caps at the active value, saturates', () => {
    ledger.host.fromOutside(STAKE, 'slash', { account: provisioner, amount: dusk(1000n) - 199n })
    expect(stakeOf()?.amount?.value).toBe(199n)
    expect(slash('slash')).toMatchObject([{ data: { value: 10n } }])
    expect(slash('slash', { amount: U64_MAX })).toMatchObject([{ data: { value: 189n } }])
    for (let count = 0; count < 300; count++) slash('slash')
    expect(stakeOf()?.faults).toBe(255)
    ledger.host.fromOutside(STAKE, 'reward', [{ account: bob, value: 1n, reason: 'Voter' }])
    expect(ledger.host.fromOutside(STAKE, 'slash', { account: bob })).toEqual([])
    expect(stakeOf(bob)?.faults).toBe(0)
  })

  it('none of the block’s own methods can be called by a transaction', () => {
    for (const method of [
      'before_state_transition',
      'set_config',
      'insert_stake',
      'reward',
      'slash',
      'hard_slash',
      'set_burnt_amount',
    ]) {
      expect(
        sendCall(ledger, { sender: alice, contract: STAKE, method: method, arg: null }).error,
        method,
      ).toBe('Panic: Can only be called from the outside the VM')
    }
  })

  describe('prev_state_changes', () => {
    const changes = () =>
      ledger.host.read(STAKE, 'prev_state_changes') as Array<{
        account: string
        before: StakeData | null
      }>
    beforeEach(() => void ledger.host.fromOutside(STAKE, 'before_state_transition', null))

    it('keeps the first state of a block, and forgets it with the next block', () => {
      slash('slash')
      slash('slash')
      stakeByContract(dusk(1n))
      expect(changes()).toMatchObject([
        { account: provisioner, before: { faults: 0, amount: { value: dusk(1000n) } } },
      ])
      ledger.host.fromOutside(STAKE, 'before_state_transition', null)
      expect(changes()).toEqual([])
    })

    it('notes stake, unstake and slashes, a warning too', () => {
      slash('slash')
      expect(changes()).toHaveLength(1)
      ledger.host.fromOutside(STAKE, 'before_state_transition', null)
      slash('hard_slash')
      expect(changes()).toMatchObject([{ before: { faults: 1, hardFaults: 0 } }])
      ledger.host.fromOutside(STAKE, 'before_state_transition', null)
      sendCall(ledger, {
        sender: alice,
        contract: STAKE,
        method: 'stake',
        arg: signedStake(bob, ownedByAccount(bob), dusk(1n)),
      })
      expect(changes()).toEqual([])
      const ofBob = { ...signedStake(bob, ownedByAccount(bob), dusk(1000n)) }
      expect(
        sendCall(ledger, {
          sender: alice,
          contract: STAKE,
          method: 'stake',
          arg: ofBob,
          deposit: dusk(1000n),
        }).error,
      ).toBeNull()
      expect(changes()).toEqual([{ account: bob, before: null }])
    })

    it('notes no reward, no withdrawal, no inserted stake, no slash of nothing', () => {
      ledger.host.fromOutside(STAKE, 'reward', [
        { account: provisioner, value: 9n, reason: 'Voter' },
        { account: bob, value: 0n, reason: 'Voter' },
      ])
      ledger.host.fromOutside(STAKE, 'slash', { account: bob })
      ledger.host.fromOutside(STAKE, 'insert_stake', {
        keys: { account: carol, owner: ownedByAccount(carol) },
        data: { amount: null, reward: 1n, faults: 0, hardFaults: 0 },
      })
      const claim = sendCall(ledger, {
        sender: alice,
        contract: CHARLIE,
        method: 'withdraw',
        arg: {
          account: provisioner,
          withdraw: orderTo(9n),
          signature: { account: '', owner: '' },
        },
      })
      expect(claim.error).toBeNull()
      expect(changes()).toEqual([])
    })

    it('comes in the order of the keys’ bytes', () => {
      const keys = ['p', 'q', 'r', 's'].map(namedAccount)
      for (const key of keys) {
        const stake = signedStake(key, ownedByAccount(alice), dusk(1000n))
        expect(
          sendCall(ledger, {
            sender: alice,
            contract: STAKE,
            method: 'stake',
            arg: stake,
            deposit: dusk(1000n),
          }).error,
        ).toBeNull()
      }
      const inOrder = keys.toSorted((a, b) => (hex(keyBytes(a)) < hex(keyBytes(b)) ? -1 : 1))
      expect(inOrder).not.toEqual(keys)
      expect(changes().map(({ account }) => account)).toEqual(inOrder)
    })
  })

  it('an entry with nothing in it stays when it was rewarded or punished', () => {
    ledger.host.fromOutside(STAKE, 'reward', [{ account: bob, value: 0n, reason: 'Voter' }])
    ledger.host.fromOutside(STAKE, 'slash', { account: bob })
    ledger.host.fromOutside(STAKE, 'hard_slash', { account: bob })
    expect(stakeOf(bob)).toEqual({ amount: null, reward: 0n, faults: 0, hardFaults: 0 })
  })
})

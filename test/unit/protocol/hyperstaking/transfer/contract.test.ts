import { beforeEach, describe, expect, it } from 'vitest'
import {
  balanceOf,
  createLedger,
  fund,
  type Ledger,
  submit,
} from '../../../../../src/protocol/hyperstaking/chain/ledger.ts'
import {
  namedAccount,
  namedContract,
  STAKE,
  TRANSFER,
} from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { innermost, panic } from '../../../../../src/protocol/hyperstaking/core/panic.ts'
import { dusk, U64_MAX } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import type { Context, Contract } from '../../../../../src/protocol/hyperstaking/host/contract.ts'
import { execute } from '../../../../../src/protocol/hyperstaking/host/transaction.ts'
import { alice, bob, fundAccounts, sendCall } from '../../../../support/hyperstaking-ledger.ts'

const ONE = namedContract('one')
const TWO = namedContract('two')

/** Makes any requested calls of the transfer contract. */
const puppet: Contract = {
  transfer: (context, arg) => {
    for (const [method, argument] of arg as Array<[string, unknown]>)
      context.call(TRANSFER, method, argument)
  },
  receive: (context, arg) => context.emit('received', arg),
}

let ledger: Ledger
const order = (calls: Array<[string, unknown]>, deposit = 0n) =>
  sendCall(ledger, {
    sender: alice,
    contract: ONE,
    method: 'transfer',
    arg: calls,
    deposit: deposit,
  })
const failure = (calls: Array<[string, unknown]>, deposit = 0n) =>
  innermost(order(calls, deposit).error ?? 'none')
const held = (contract: string) => ledger.host.read(TRANSFER, 'contract_balance', contract)
const toContract = (value: bigint, contract = TWO) =>
  ['contract_to_contract', { contract, value, method: 'receive', data: 'hello' }] as [
    string,
    unknown,
  ]
const toAccount = (value: bigint, account = bob) =>
  ['contract_to_account', { account, value }] as [string, unknown]

beforeEach(() => {
  ledger = createLedger()
  ledger.host.deploy(ONE, () => puppet)
  ledger.host.deploy(TWO, () => puppet)
  fundAccounts(ledger, alice)
})

describe('deposit', () => {
  it('takes exactly the deposit, once, for the contract that is called', () => {
    expect(order([['deposit', 5n]], 5n).events[0]).toEqual({
      contract: TRANSFER,
      topic: 'deposit',
      data: { sender: alice, receiver: ONE, value: 5n },
    })
    expect(held(ONE)).toBe(5n)
    expect(failure([['deposit', 4n]], 5n)).toBe(
      "The value to deposit doesn't match the value in the transaction",
    )
    expect(
      failure(
        [
          ['deposit', 5n],
          ['deposit', 5n],
        ],
        5n,
      ),
    ).toBe('The deposit has already been taken')
    expect(failure([['deposit', 5n]])).toBe('There is no deposit in the transaction')
    expect(held(ONE)).toBe(5n)
  })

  it('is not for a contract that was called by another', () => {
    ledger.host.deploy(namedContract('thief'), () => ({
      steal: (context) => context.call(TRANSFER, 'deposit', 5n),
    }))
    ledger.host.deploy(namedContract('dupe'), () => ({
      go: (context) => context.call(namedContract('thief'), 'steal', null),
    }))
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: namedContract('dupe'),
        method: 'go',
        arg: null,
        deposit: 5n,
      }).error,
    ).toBe("Panic: The calling contract doesn't match the contract in the transaction")
  })

  it('that no one takes comes back, and so does that of a failed call', () => {
    for (const calls of [[], [['deposit', 1n]]] as Array<Array<[string, unknown]>>) {
      const before = balanceOf(ledger, alice)
      const receipt = order(calls, dusk(10n))
      expect(balanceOf(ledger, alice)).toBe(before - receipt.gasSpent)
    }
  })
})

describe('moonlight.rs', () => {
  beforeEach(() => order([['deposit', 100n]], 100n))

  it('contract_to_contract: funds move first, the receiver runs, the event comes after it', () => {
    const receipt = order([toContract(40n)])
    expect(receipt.events.map(({ topic }) => topic)).toEqual([
      'received',
      'contract_to_contract',
      'moonlight',
    ])
    expect(receipt.events[0]?.data).toEqual({ contract: ONE, value: 40n, data: 'hello' })
    expect([held(ONE), held(TWO)]).toEqual([60n, 40n])
  })

  it('contract_to_account', () => {
    const receipt = order([toAccount(40n)])
    expect(receipt.events[0]).toMatchObject({
      topic: 'contract_to_account',
      data: { sender: ONE, receiver: bob, value: 40n },
    })
    expect([held(ONE), balanceOf(ledger, bob)]).toEqual([60n, 40n])
  })

  it('contract_to_account_insufficient_funds', () => {
    expect(failure([toAccount(101n)])).toBe('Caller must have enough balance')
    expect(failure([toContract(101n)])).toBe('Caller must have enough balance')
    expect(
      innermost(
        sendCall(ledger, { sender: alice, contract: TWO, method: 'transfer', arg: [toAccount(0n)] })
          .error!,
      ),
    ).toBe('Caller must have a balance')
  })

  it('contract_to_account_direct_call', () => {
    for (const method of ['contract_to_account', 'contract_to_contract']) {
      const arg = method === 'contract_to_account' ? toAccount(1n)[1] : toContract(1n)[1]
      expect(
        sendCall(ledger, { sender: alice, contract: TRANSFER, method: method, arg: arg }).error,
      ).toBe('Panic: Cannot be called directly by the transfer contract')
    }
  })

  it('a receiver that fails reverts everything, however deep', () => {
    ledger.host.deploy(namedContract('faint'), () => ({ receive: () => panic('no') }))
    const again = { contract: namedContract('faint'), value: 10n, method: 'receive', data: null }
    expect(order([toAccount(50n), ['contract_to_contract', again]]).error).toBe(
      'Panic: Calling receiver should succeed: Panic("no")',
    )
    expect(
      order([toAccount(50n), ['contract_to_contract', { ...again, method: 'nothing' }]]).error,
    ).toBe('Panic: Calling receiver should succeed: DoesNotExist')
    expect([held(ONE), held(TWO), balanceOf(ledger, bob)]).toEqual([100n, 0n, 0n])
  })

  it('only the stake contract mints', () => {
    expect(failure([['mint_to_contract', toContract(1n)[1]]])).toBe(
      'Can only be called by the stake contract',
    )
    expect(failure([['sub_contract_balance', { contract: STAKE, value: 1n }]])).toBe(
      'Can only be called by the stake contract',
    )
  })

  it('a mint is ordered from the stake contract', () => {
    const mint = (context: Context, arg: unknown) => context.call(TRANSFER, 'mint', arg)
    const order = { contract: ONE, value: 1n, receiver: bob, nonce: 1n, signature: 'none' }
    const { contract } = ledger.host.contracts.get(TRANSFER)!
    expect(() => contract.mint!({ caller: STAKE } as Context, order)).toThrow(
      'Withdrawal should from the stake contract',
    )
    ledger.host.deploy(namedContract('minter'), () => ({ mint }))
    expect(
      sendCall(ledger, {
        sender: alice,
        contract: namedContract('minter'),
        method: 'mint',
        arg: order,
      }).error,
    ).toBe('Panic: Can only be called by the stake contract')
  })

  it('a withdrawal is for its own contract and transaction, covered and signed', () => {
    const nonce = ledger.transfer.accounts.get(alice)!.nonce + 1n
    const withdrawal = { contract: ONE, value: 1n, receiver: bob, nonce, signature: 'none' }
    expect(failure([['withdraw', { ...withdrawal, contract: TWO }]])).toBe(
      'The "withdraw" function can only be called by the specified contract.',
    )
    expect(failure([['withdraw', { ...withdrawal, value: 101n }]])).toBe(
      "The contract doesn't have enough balance",
    )
    expect(failure([['withdraw', withdrawal]])).toBe('Incorrect nonce signed')
    expect(failure([['withdraw', { ...withdrawal, nonce: nonce + 3n }]])).toBe('Invalid signature')
  })
})

describe('a failure that a contract catches', () => {
  const CAUTIOUS = namedContract('cautious')
  const run = (calls: Array<[string, string, unknown]>, gasLimit?: bigint) => {
    const results: unknown[] = []
    ledger.host.deploy(CAUTIOUS, (store) => {
      const notes = store.cell('notes', 0n)
      return {
        receive: (context) => context.emit('received', null),
        spend: (context) => {
          notes.value += 100n
          context.emit('spent', null)
          context.call(TRANSFER, 'contract_to_account', { account: bob, value: 1n })
          panic('regret')
        },
        run: (context) => {
          context.call(TRANSFER, 'deposit', 10n)
          notes.value += 1n
          for (const [contract, method, arg] of calls)
            results.push(context.tryCall(contract, method, arg))
          context.emit('done', notes.value)
        },
      }
    })
    const execution = submit(ledger, {
      sender: alice,
      deposit: 10n,
      ...(gasLimit !== undefined && { gasLimit }),
      call: { contract: CAUTIOUS, method: 'run', arg: null },
    })
    if (!execution.ok) throw new Error(execution.text)
    return { receipt: execution.receipt, results }
  }

  it('undoes the callee alone: its state, payments and events', () => {
    const { receipt, results } = run([
      [CAUTIOUS, 'spend', null],
      [TRANSFER, 'contract_to_account', { account: bob, value: 4n }],
    ])
    expect(results).toEqual([
      { ok: false, error: 'Panic: regret' },
      { ok: true, value: undefined },
    ])
    expect(receipt.error).toBeNull()
    expect(receipt.events.map(({ topic }) => topic)).toEqual([
      'deposit',
      'contract_to_account',
      'done',
      'moonlight',
    ])
    expect(receipt.events[2]?.data).toBe(1n)
    expect([balanceOf(ledger, bob), held(CAUTIOUS)]).toEqual([4n, 6n])
  })

  it('not caught by the genesis contracts: through them it ends the transaction', () => {
    ledger.host.deploy(namedContract('faint'), () => ({ receive: () => panic('no') }))
    const { receipt, results } = run([
      [
        TRANSFER,
        'contract_to_contract',
        { contract: namedContract('faint'), value: 2n, method: 'receive', data: null },
      ],
    ])
    expect(results).toEqual([
      { ok: false, error: 'Panic: Calling receiver should succeed: Panic("no")' },
    ])
    expect(receipt.error).toBeNull()
    expect(held(CAUTIOUS)).toBe(10n)
  })

  it('running out of gas is not caught', () => {
    const { receipt } = run([[CAUTIOUS, 'spend', null]], 5_700_000n)
    expect(receipt.error).toBe('OutOfGas')
    expect(held(CAUTIOUS)).toBe(0n)
  })
})

describe('transactions', () => {
  const transaction = (more: object) =>
    submit(ledger, { sender: alice, call: { contract: ONE, method: 'transfer', arg: [] }, ...more })
  const refusal = (more: object) => {
    const execution = transaction(more)
    return execution.ok ? null : execution.text
  }

  it('are refused without any charge when the gas, nonce or balance is wrong', () => {
    const before = balanceOf(ledger, alice)
    expect(refusal({ gasPrice: 0n })).toBe('gas price lower than minimum 1')
    expect(refusal({ gasLimit: 149_999n })).toBe('gas limit lower than minimum 150000')
    expect(refusal({ deposit: before })).toBe("Account doesn't have enough funds")
    expect(refusal({ call: null, deposit: 1n })).toBe('A deposit needs a contract call')
    expect(balanceOf(ledger, alice)).toBe(before)
  })

  it('are refused for funds before their nonce is checked', () => {
    const execution = execute(ledger.host, ledger.transfer, {
      sender: alice,
      nonce: 9n,
      deposit: balanceOf(ledger, alice),
      call: { contract: ONE, method: 'transfer', arg: [] },
    })
    expect(!execution.ok && execution.text).toBe("Account doesn't have enough funds")
    const nobody = execute(ledger.host, ledger.transfer, { sender: bob, nonce: 9n, value: 1n })
    expect(!nobody.ok && nobody.text).toBe('Account has no funds')
  })

  it('run once, in the order of their nonces', () => {
    const send = (nonce: bigint) => {
      const execution = execute(ledger.host, ledger.transfer, {
        sender: alice,
        nonce,
        call: { contract: ONE, method: 'transfer', arg: [] },
      })
      return execution.ok ? 'ok' : execution.text
    }
    expect(send(2n)).toBe('Nonce not ready to be used yet')
    expect(send(1n)).toBe('ok')
    expect(send(1n)).toBe('Already used nonce')
  })

  it('that run out of gas lose the limit and nothing else', () => {
    order([['deposit', 100n]], 100n)
    const before = balanceOf(ledger, alice)
    const execution = transaction({
      gasLimit: 3_000_000n,
      gasPrice: 2n,
      call: { contract: ONE, method: 'transfer', arg: [toAccount(40n)] },
    })
    expect(execution).toMatchObject({
      ok: true,
      receipt: { error: 'OutOfGas', gasSpent: 3_000_000n },
    })
    expect(balanceOf(ledger, alice)).toBe(before - 6_000_000n)
    expect(held(ONE)).toBe(100n)
  })

  it('give unspent gas and an untaken deposit to the refund address, and say so', () => {
    const paid = balanceOf(ledger, alice)
    const execution = transaction({ deposit: 50n, refundTo: bob })
    if (!execution.ok) throw new Error(execution.text)
    const { gasSpent, events } = execution.receipt
    const refund = 500_000_000n - gasSpent + 50n
    expect(events.at(-1)).toMatchObject({
      topic: 'moonlight',
      data: { sender: alice, gas_spent: gasSpent, refund_info: [bob, refund] },
    })
    expect(balanceOf(ledger, bob)).toBe(refund)
    expect(balanceOf(ledger, alice)).toBe(paid - 500_000_000n - 50n)
  })

  it.each([
    ['the sender itself', { deposit: 50n }],
    ['the sender by name', { refundTo: alice }],
  ])('say nothing of a refund to %s', (_name, more) => {
    const execution = transaction(more)
    expect(execution.ok && execution.receipt.events.at(-1)?.data).toMatchObject({
      refund_info: null,
    })
  })

  it('say nothing of a refund of nothing', () => {
    const execution = transaction({
      gasLimit: 150_000n,
      refundTo: bob,
      call: { contract: ONE, method: 'transfer', arg: [] },
    })
    expect(execution).toMatchObject({ ok: true, receipt: { error: 'OutOfGas' } })
    expect(execution.ok && execution.receipt.events.at(-1)?.data).toMatchObject({
      refund_info: null,
    })
  })

  it('of a missing contract or method fail', () => {
    expect(
      sendCall(ledger, { sender: alice, contract: namedContract('nobody'), method: 'x', arg: null })
        .error,
    ).toBe('DoesNotExist')
    expect(
      sendCall(ledger, { sender: alice, contract: STAKE, method: 'constructor', arg: null }).error,
    ).toBe('DoesNotExist')
  })

  it('move value without a call', () => {
    expect(submit(ledger, { sender: alice, receiver: bob, value: 7n })).toMatchObject({
      ok: true,
      receipt: { error: null },
    })
    expect(balanceOf(ledger, bob)).toBe(7n)
  })
})

describe('arguments', () => {
  it('that are not amounts, keys or contracts trap', () => {
    for (const value of [-1n, U64_MAX + 1n, 1, '1', null])
      expect(failure([['deposit', value]], 1n)).toBe('Invalid argument')
    for (const account of ['', 'bob', namedAccount('x').slice(1), 3])
      expect(failure([toAccount(0n, account as string)])).toBe('Invalid argument')
    expect(failure([toContract(0n, 'ab')])).toBe('Invalid argument')
  })

  it('an amount beyond u64 traps where it would appear', () => {
    fund(ledger, alice, U64_MAX)
    ledger.transfer.accounts.set(bob, { nonce: 0n, balance: U64_MAX })
    order([['deposit', 1n]], 1n)
    expect(failure([toAccount(1n)])).toBe('attempt to add with overflow')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callProblemOf, type CallProblemCode } from '../../src/chain/dusk/call-problems.ts'
import { poolCallFor, type PoolAction } from '../../src/chain/dusk/calls.ts'
import { createDuskClient } from '../../src/chain/dusk/client.ts'
import { preflight } from '../../src/chain/dusk/preflight.ts'
import { readTransactionStatus } from '../../src/chain/dusk/read-transaction-status.ts'
import { readPunishments } from '../../src/chain/dusk/slash-events.ts'
import { networkAccount } from '../../src/dev/network/dusk/network-account.ts'
import {
  balanceOf,
  createLedger,
  fund,
  submit,
} from '../../src/protocol/hyperstaking/chain/ledger.ts'
import { namedContract, STAKE } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk, U64_MAX } from '../../src/protocol/hyperstaking/core/units.ts'
import { signFor } from '../../src/protocol/hyperstaking/host/signature.ts'
import { charlie } from '../../src/protocol/hyperstaking/pools/charlie.ts'
import { stakeMessage } from '../../src/protocol/hyperstaking/stake/types.ts'
import { hyperstakingProblems } from '../../src/words/en/hyperstaking-problems.ts'
import {
  deployment,
  type Dusk,
  findPoolDeployment,
  startDusk,
} from '../support/contract/start-dusk.ts'

let on: Dusk
const [alice, bob, provisioner] = ['alice', 'bob', 'a provisioner'].map(networkAccount) as [
  string,
  string,
  string,
]
const liquid = findPoolDeployment('Liquid')
const deposit = (lux: bigint): PoolAction => ({ do: 'deposit', lux, referrer: null })

beforeAll(async () => {
  on = await startDusk()
})
afterAll(() => on.close())

const check = async (action: PoolAction, network = deployment): Promise<CallProblemCode[]> =>
  (
    await preflight(on.client, { deployment: network, pool: liquid, action, sender: alice })
  ).problems.map(({ code }) => code)
/** What a node refuses, in its own words. */
const refused = async (
  make: () => Promise<Parameters<Dusk['propagate']>[0]>,
): Promise<CallProblemCode[]> => {
  const { status, text } = await on.propagate(await make())
  expect(status).toBe(500)
  return [callProblemOf(text).code]
}
/**
 * What a contract of one's own gets for a stake on a key, in the chain's own words; the deposit
 * comes back.
 */
const staked = (first: string | null, signer: string): CallProblemCode[] => {
  const ledger = createLedger({ chainId: deployment.chainId })
  const stake = (name: string, by: string) => {
    const contract = namedContract(name)
    const order = {
      chainId: deployment.chainId,
      keys: { account: provisioner, owner: { kind: 'contract' as const, contract } },
      value: dusk(1000n),
    }
    const arg = { ...order, signature: { account: signFor(by, stakeMessage(order)), owner: '' } }
    const execution = submit(ledger, {
      sender: alice,
      deposit: dusk(1000n),
      call: { contract, method: 'stake', arg },
    })
    if (!execution.ok) throw new Error(execution.text)
    return execution.receipt
  }
  for (const name of ['one', 'two']) ledger.host.deploy(namedContract(name), charlie)
  fund(ledger, alice, dusk(5000n))
  ledger.host.height = 1n
  if (first !== null) stake('two', first)
  const before = balanceOf(ledger, alice)
  const { error, gasSpent } = stake('one', signer)
  expect(balanceOf(ledger, alice)).toBe(before - gasSpent)
  return [callProblemOf(error!).code]
}

describe('bad input has a sentence in every language, and causes no loss', () => {
  const cases: [string, CallProblemCode, () => Promise<CallProblemCode[]>][] = [
    ['below the minimum', 'below-minimum-deposit', () => check(deposit(1n))],
    ['wrong key: another owner’s', 'key-foreign', async () => staked(provisioner, provisioner)],
    ['wrong key: signed by another', 'stake-refused', async () => staked(null, bob)],
    [
      'wrong deposit',
      'deposit-mismatch',
      async () => {
        const id = await on.send(bob, {
          ...poolCallFor(liquid, deposit(dusk(5n)))!,
          deposit: dusk(6n),
        })
        const status = await readTransactionStatus(on.client, id)
        return status.known && 'problem' in status.value && status.value.problem
          ? [status.value.problem.code]
          : []
      },
    ],
    [
      'paused pool',
      'pool-paused',
      async () => {
        on.network.control.pause('Liquid', true)
        const codes = await check(deposit(dusk(10n)))
        on.network.control.pause('Liquid', false)
        return codes
      },
    ],
    [
      'replayed call',
      'replayed',
      async () => {
        const transaction = await on.prepare(bob, poolCallFor(liquid, deposit(dusk(5n)))!)
        await on.propagate(transaction)
        on.network.control.mine(1n)
        return refused(async () => transaction)
      },
    ],
    [
      'wrong network, told by the node',
      'wrong-network',
      () => check(deposit(dusk(10n)), { ...deployment, chainId: 1 }),
    ],
    [
      'wrong network, signed',
      'wrong-network',
      () =>
        refused(() => on.prepare(alice, poolCallFor(liquid, deposit(dusk(5n)))!, { chain_id: 1 })),
    ],
    ['an amount beyond u64', 'amount-too-large', () => check(deposit(U64_MAX + 1n))],
    ['more than there is', 'balance-too-low', () => check(deposit(dusk(9_000_000n)))],
    [
      'contract calls switched off',
      'calls-closed',
      async () => {
        on.network.control.calls(false)
        const codes = await check(deposit(dusk(10n)))
        on.network.control.calls(true)
        return codes
      },
    ],
  ]
  it.each(cases)('%s: %s', async (_name, code, make) => {
    const before = on.network.ledger.transfer.accounts.get(alice)
    expect(await make()).toEqual([code])
    expect(hyperstakingProblems[`hyper.problem.${code}`]).toMatch(/.{8,}/)
    expect(on.network.ledger.transfer.accounts.get(alice)).toEqual(before)
  })

  it.each([
    ['[]'],
    ['{"contractEvents":{"json":[{"topic":"slash"}]}}'],
    [`{"contractEvents":{"json":[{"topic":"slash","data":"zz","source":"${STAKE}","origin":""}]}}`],
    [`{"contractEvents":{"json":[{"topic":"slash","data":"00","source":"${STAKE}","origin":""}]}}`],
    ['<html>'],
  ])('a malformed answer about slashes reports none: %s', async (body) => {
    const lying = createDuskClient({
      bases: ['http://127.0.0.1:1'],
      retries: 0,
      fetch: async () => new Response(body),
    })
    expect(await readPunishments(lying, new Set([provisioner]), { from: 1n, until: 1n })).toEqual({
      known: false,
      reason: 'bad-answer',
    })
  })
})

import { createHash } from 'node:crypto'
import { serializeCVBytes, Cl } from '@stacks/transactions'
import { beforeAll, expect, test } from 'vitest'
import {
  bitcoinTransaction,
  blockOf,
  proofOf,
  txidOf,
} from '../../src/dev/network/bitcoin-staking/timelock-proof.ts'
import type { Vm } from '../../src/dev/network/vm/vm.ts'
import type { ContractValue } from '../../src/protocol/clarity/contract-value.ts'
import {
  admin,
  alice,
  bob,
  carol,
  createPoxVm,
  dave,
  errorOf,
  id,
  okOf,
  PoxWorld,
  stx,
} from '../support/bitcoin-staking/pox-world.ts'

const earlyBytes = '0x21ff'
const ownBytes = '0xac'
/** Half a cycle before the end of bond 0. */
const unlock = 1250n
const sats = 100_000_000n

let vm: Vm
let world: PoxWorld
beforeAll(async () => {
  vm = await createPoxVm({ acceptHeaders: true })
  world = new PoxWorld(vm, { m1: 'reference', m2: 'reference' })
  const allowed = [alice, bob, carol].map((staker) => ({ staker, 'max-sats': 3n * sats }))
  okOf(world.pox(admin, 'setup-bond', 0n, 300n, 400_000n, 500n, earlyBytes, allowed))
})

const register = (who: string, outputs: ContractValue[], own = ownBytes) =>
  world.pox(
    who,
    'register-for-bond',
    0n,
    id('m1'),
    stx(60_000),
    { ok: { outputs, 'staker-unlock-bytes': own } },
    null,
  )

const scriptOf = (who: string, height: bigint): string =>
  (
    world.read('construct-lockup-output-script', who, height, ownBytes, earlyBytes) as {
      ok: string
    }
  ).ok

const lockOf = (who: string, height = unlock): string =>
  bitcoinTransaction([{ script: scriptOf(who, height), sats }])

test('the script of a timelock is the one of the specification', () => {
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const staker = sha(sha(serializeCVBytes(Cl.principal(alice)))).toString('hex')
  const script = (height: bigint) =>
    (world.read('construct-lockup-script', alice, height, '0xac', '0x21ff') as { ok: string }).ok
  const around = (push: string) => `0x63${push}b16782012088a820${staker}8821ff6869ac`
  for (const [height, push] of [
    [0n, '00'],
    [1n, '51'],
    [16n, '60'],
    [17n, '0111'],
    [127n, '017f'],
    [128n, '028000'],
    [1250n, '02e204'],
    [32_768n, '03008000'],
    [990_500n, '03241d0f'],
    [8_388_608n, '0400008000'],
    [499_999_999n, '04ff64cd1d'],
    [2n ** 31n, '050000008000'],
    [2n ** 39n - 1n, '05ffffffff7f'],
  ] as const)
    expect(script(height), String(height)).toBe(around(push))
  expect(world.read('construct-lockup-script', alice, 2n ** 39n, '0x', '0x')).toEqual({ err: 52n })
  const hash = sha(Buffer.from(script(unlock).slice(2), 'hex')).toString('hex')
  expect(scriptOf(alice, unlock)).toBe(`0x0020${hash}`)
})

test('a proof names each fault with its error', () => {
  const tx = lockOf(dave)
  const proof = proofOf(lockOf(alice), { sats, unlock })
  const refused = (fields: { [key: string]: ContractValue }) =>
    errorOf(register(alice, [{ ...proof, ...fields }]))
  expect(refused({ header: '0x00' })).toBe(39n)
  expect(refused({ 'unlock-burn-height': 2n ** 39n })).toBe(52n)
  expect(refused({ tx: '0x0102' })).toBe(1n)
  expect(refused({ 'output-index': 1n })).toBe(2n)
  expect(refused({ tx: bitcoinTransaction([{ script: '6a'.repeat(1025), sats }]) })).toBe(3n)
  expect(refused({ 'unlock-burn-height': unlock - 1n })).toBe(52n)
  expect(refused({ 'unlock-burn-height': 500_000_000n })).toBe(52n)
  expect(refused({ 'unlock-burn-height': unlock + 1n })).toBe(42n)
  expect(refused({ tx })).toBe(42n)
  expect(errorOf(register(alice, [proof], '0xad'))).toBe(42n)
  expect(refused({ amount: sats - 1n })).toBe(45n)
  expect(errorOf(register(alice, [proof, proof]))).toBe(46n)
  expect(refused({ header: blockOf([txidOf(tx)], 0).header })).toBe(41n)
  expect(refused({ header: proofOf(tx, { sats, unlock }).header! })).toBe(41n)
})

test('without a bond there is nothing to prove', () => {
  const lockup = { ok: { outputs: [], 'staker-unlock-bytes': '0x' } }
  expect(errorOf(world.pox(alice, 'register-for-bond', 4n, id('m1'), stx(1), lockup, null))).toBe(
    7n,
  )
})

test('several outputs and transactions are one position, in any place of a block', () => {
  const first = bitcoinTransaction([
    { script: '6a00', sats: 0n },
    { script: scriptOf(alice, unlock), sats },
    { script: scriptOf(alice, 1300n), sats: 5n },
  ])
  const second = lockOf(alice, 2000n)
  const others = [1, 2, 3].map((n) => txidOf(bitcoinTransaction([{ script: '', sats: BigInt(n) }])))
  const block = blockOf([...others, txidOf(first), txidOf(second)], 3)
  const last = blockOf([...others, txidOf(first), txidOf(second)], 4)
  const outcome = register(alice, [
    { ...proofOf(first, { sats, unlock, index: 1 }), ...block },
    { ...proofOf(first, { sats: 5n, unlock: 1300n, index: 2 }), ...block },
    { ...proofOf(second, { sats, unlock: 2000n }), ...last },
  ])
  expect(outcome).toMatchObject({
    ok: {
      'sats-total': 200_000_005n,
      'is-l1-lock': true,
      'btc-lockup': {
        type: 'l1',
        txs: {
          some: [
            { txid: txidOf(first), 'output-index': 1n },
            { txid: txidOf(first), 'output-index': 2n },
            { txid: txidOf(second), 'output-index': 0n },
          ],
        },
      },
    },
    effects: { moves: [], locks: [{ who: alice, microStx: stx(60_000) }] },
  })
  expect(world.read('get-staker-custodied-sbtc', alice)).toBe(0n)
  expect(world.read('get-total-sbtc-staked-for-bond', 0n)).toBe(200_000_005n)
})

test('a witness serialization proves as well; its printed txid hashes all bytes', () => {
  const outputs = [{ script: scriptOf(bob, unlock), sats }]
  const legacy = bitcoinTransaction(outputs)
  const witness = bitcoinTransaction(outputs, true)
  const proof = { ...proofOf(witness, { sats, unlock }), ...blockOf([txidOf(legacy)], 0) }
  expect(okOf(register(bob, [proof]))).toMatchObject({
    'btc-lockup': { txs: { some: [{ txid: txidOf(witness) }] } },
  })
})

test('an early exit is announced once, and gives up all sats', () => {
  okOf(register(carol, [proofOf(lockOf(carol), { sats, unlock })]))
  expect(errorOf(world.pox(carol, 'unstake-sbtc', id('m1'), sats))).toBe(38n)
  expect(errorOf(world.pox(carol, 'announce-l1-early-exit', carol, id('m2')))).toBe(36n)
  expect(world.pox(carol, 'announce-l1-early-exit', carol, id('m1'))).toMatchObject({
    ok: { 'amount-sats-released': sats, 'bond-index': 0n, signer: id('m1'), staker: carol },
    effects: { moves: [], locks: [] },
  })
  expect(world.read('has-announced-l1-early-exit', 0n, carol)).toBe(true)
  expect(world.read('get-bond-membership', carol)).toMatchObject({ some: { 'amount-sats': 0n } })
  expect(errorOf(world.pox(carol, 'announce-l1-early-exit', carol, id('m1')))).toBe(50n)
})

test('a header is read field by field, its hashes as they are written', () => {
  // Bitcoin's first block.
  const root = '3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a'
  const header = `0x01000000${'00'.repeat(32)}${root}29ab5f49ffff001d1dac2b7c`
  expect(world.read('parse-block-header', header)).toEqual({
    ok: {
      version: 1n,
      parent: `0x${'00'.repeat(32)}`,
      'merkle-root': '0x4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b',
      timestamp: 1_231_006_505n,
      nbits: 486_604_799n,
      nonce: 2_083_236_893n,
    },
  })
  expect(world.read('parse-block-header', '0x01')).toEqual({ err: 39n })
})

test('bytes are pushed with the shortest opcode', () => {
  const push = (length: number) => {
    const bytes = 'c3'.repeat(length)
    const pushed = world.read('push-script-bytes', `0x${bytes}`) as string
    return pushed.slice(2, pushed.length - bytes.length)
  }
  expect([0, 1, 75, 76, 255, 256, 1024].map(push)).toEqual([
    '00',
    '01',
    '4b',
    '4c4c',
    '4cff',
    '4d0001',
    '4d0004',
  ])
})

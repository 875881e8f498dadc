import { beforeAll, expect, test } from 'vitest'
import { decodeManagerEvent } from '../../src/chain/stacks/bitcoin-staking/events/manager-events.ts'
import {
  decodePoxEvent,
  poxTopics,
} from '../../src/chain/stacks/bitcoin-staking/events/pox-events.ts'
import type { PlainClarity } from '../../src/chain/stacks/clarity.ts'
import { pox5Contract } from '../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import type { PoxOutcome } from '../../src/dev/network/bitcoin-staking/pox-outcome.ts'
import {
  bitcoinTransaction,
  proofOf,
} from '../../src/dev/network/bitcoin-staking/timelock-proof.ts'
import type { ContractValue } from '../../src/protocol/clarity/contract-value.ts'
import {
  admin,
  alice,
  bob,
  carol,
  createPoxVm,
  dave,
  id,
  PoxWorld,
  signerAddress,
  signerPublicKey,
  stx,
} from '../support/bitcoin-staking/pox-world.ts'

const sats = 100_000_000n
/** Half a cycle before the end of bond 0. */
const unlock = 1_250n
const address = { version: '0x04', hashbytes: `0x${'ab'.repeat(20)}` }
/** {pox-addr: {version: 0x04, hashbytes: 0xabab…}, max-fee: u2000} as bytes. */
const onBitcoin = {
  some:
    `0x0c00000002076d61782d66656501${2_000n.toString(16).padStart(32, '0')}` +
    `08706f782d616464720c00000002096861736862797465730200000014${'ab'.repeat(20)}` +
    '0776657273696f6e020000000104',
}

type Print = Record<string, PlainClarity>
const poxPrints: Print[] = []
const managerPrints: Print[] = []
let world: PoxWorld

/** Keeps what a call printed, from the bytes of the contract; it has to succeed. */
function keep(outcome: PoxOutcome): void {
  if (!('ok' in outcome)) throw new Error(JSON.stringify(outcome, (_, v) => String(v)))
  for (const { contract, value } of outcome.effects.prints)
    (contract === pox5Contract ? poxPrints : managerPrints).push(value as Print)
}
const pox = (who: string, name: string, ...args: ContractValue[]) =>
  keep(world.pox(who, name, ...args))
const ask = (name: string, who: string, fn: string, ...args: ContractValue[]) =>
  keep(world.ask(name, who, fn, ...args))

/** Income, and the calculation of the half that ends at a height. */
function earnTo(height: number): void {
  world.mineTo(height)
  world.income(5_000_000n)
  keep(world.calculate(0))
}

beforeAll(async () => {
  const vm = await createPoxVm({ acceptHeaders: true })
  world = new PoxWorld(vm, { m: 'reference', max: 'max500', native: 'native', pool: 'native-pool' })
  const registration = (name: string) =>
    [id(name), signerPublicKey, 2n, world.signGrant(name, 2n)] as const
  ask('m', admin, 'register-self', ...registration('m'))
  ask('native', admin, 'register-self', ...registration('native'))
  ask('m', admin, 'update-admin', alice, true)
  ask('m', admin, 'update-fees', 100n)
  ask('max', admin, 'update-fees', 400n)
  pox(admin, 'set-bond-admin', admin)
  pox(admin, 'set-pause-admin', admin)
  const allowed = [bob, dave].map((staker) => ({ staker, 'max-sats': 3n * sats }))
  pox(admin, 'setup-bond', 0n, 300n, 400_000n, 500n, '0x21ff', allowed)
  pox(alice, 'stake', id('m'), stx(60_000), 4n, 3n, onBitcoin)
  ask('pool', carol, 'delegate', id('native'), stx(60_000), 9n)
  pox(bob, 'register-for-bond', 0n, id('m'), stx(60_000), { err: 2n * sats }, null)
  const script = world.read('construct-lockup-output-script', dave, unlock, '0xac', '0x21ff')
  const lockup = bitcoinTransaction([{ script: (script as { ok: string }).ok, sats }])
  const outputs = [proofOf(lockup, { sats, unlock })]
  const timelock = { ok: { outputs, 'staker-unlock-bytes': '0xac' } }
  pox(dave, 'register-for-bond', 0n, id('m'), stx(60_000), timelock, null)
  world.mineTo(120)
  pox(bob, 'update-bond-registration', id('max'), id('m'), null)
  earnTo(150)
  ask('m', dave, 'claim-rewards', [0n], 1n)
  ask('m', dave, 'claim-staker-rewards', alice, 1n, null)
  ask('m', dave, 'claim-staker-rewards', dave, 1n, { some: 0n })
  world.chain.answerWithdrawal(1n, undefined)
  ask('m', dave, 'reclaim-failed-withdrawal', 1n)
  ask('native', dave, 'claim-rewards', [], 1n)
  ask('native', carol, 'claim-staker-rewards', 1n, null)
  earnTo(200)
  ask('m', dave, 'claim-rewards', [0n], 1n)
  ask('m', dave, 'claim-staker-rewards', alice, 1n, null)
  world.chain.answerWithdrawal(2n, 500n)
  ask('m', dave, 'settle-accepted-withdrawal', 2n)
  ask('m', admin, 'sweep-fee-refunds', admin)
  earnTo(250)
  ask('max', dave, 'claim-rewards', [0n], 2n)
  ask('max', bob, 'set-payout-config', address, 2_000n, 3_000n)
  ask('max', dave, 'claim-staker-rewards', bob, 2n, { some: 0n })
  world.chain.answerWithdrawal(3n, 500n)
  ask('max', dave, 'settle-accepted-withdrawal', 3n)
  ask('max', dave, 'claim-refund', bob)
  ask('max', bob, 'clear-payout-config')
  pox(bob, 'unstake-sbtc', id('max'), sats)
  pox(dave, 'announce-l1-early-exit', dave, id('m'))
  pox(alice, 'stake-update', id('m'), id('m'), 1n, 0n, null)
  pox(alice, 'unstake', id('m'))
  pox(signerAddress, 'revoke-signer-grant', id('m'), signerPublicKey)
  pox(admin, 'pause-rewards')
})

test('everything that pox-5 prints is decoded from its bytes, each topic of them', () => {
  const kinds = new Set<string>()
  for (const print of poxPrints) {
    const event = decodePoxEvent(print)
    expect([print.topic, event.kind]).toEqual([print.topic, print.topic])
    kinds.add(event.kind)
  }
  expect([...kinds].sort()).toEqual([...poxTopics].sort())
})

test('everything that managers print is decoded from their bytes', () => {
  const kinds = new Set<string>()
  for (const print of managerPrints) {
    const event = decodeManagerEvent(print)
    expect(event.kind).toBe(print.topic ?? print.action)
    kinds.add(event.kind)
  }
  expect([...kinds].sort()).toEqual([
    'claim-refund',
    'claim-rewards',
    'claim-staker-rewards',
    'clear-payout-config',
    'payout',
    'reclaim-failed-withdrawal',
    'register-self',
    'set-payout-config',
    'settle-accepted-withdrawal',
    'settle-staker-rewards',
    'sweep-fee-refunds',
    'update-admin',
    'update-fees',
  ])
})

test('what events say is what was done', () => {
  const paid = managerPrints.map((print) => decodeManagerEvent(print))
  const claims = paid.filter(({ kind }) => kind === 'claim-staker-rewards')
  expect(claims).toMatchObject([
    { staker: alice, cycle: 1n, onBitcoin: { request: 1n, maxFeeSats: 2_000n } },
    { staker: dave, bond: 0n, onBitcoin: null },
    { staker: carol },
    { staker: alice, onBitcoin: { request: 2n } },
  ])
  const events = poxPrints.map((print) => decodePoxEvent(print))
  expect(events.find(({ kind }) => kind === 'announce-l1-early-exit')).toMatchObject({
    staker: dave,
    releasedSats: sats,
  })
  expect(events.findLast(({ kind }) => kind === 'unstake-sbtc')).toMatchObject({
    withdrawnSats: sats,
    sats,
  })
})

import { beforeAll, expect, test } from 'vitest'
import { admin, fuzzHolders, managers, pox } from '../../src/dev/cli/fuzz/pox/actors.ts'
import { registerManagers } from '../../src/dev/cli/fuzz/pox/beginning.ts'
import { PoxFuzzWorld } from '../../src/dev/cli/fuzz/pox/world.ts'
import {
  bitcoinTransaction,
  proofOf,
} from '../../src/dev/network/bitcoin-staking/timelock-proof.ts'
import type { Vm } from '../../src/dev/network/vm/vm.ts'
import { bondUnlock } from '../../src/protocol/bitcoin-staking/cycle-clock.ts'
import { createPoxVm } from '../support/bitcoin-staking/pox-world.ts'

const clock = { firstBurnHeight: 0n, prepareBlocks: 10n, cycleBlocks: 100n, firstCycle: 1n }
const holder = fuzzHolders[0]!
const sats = 1000n
const unlock = bondUnlock(clock, 0n)

let vm: Vm
let world: PoxFuzzWorld
beforeAll(async () => {
  vm = await createPoxVm({ acceptHeaders: true })
  world = new PoxFuzzWorld(vm, {
    clock,
    microStx: fuzzHolders.map(() => 400_000_000_000n),
    sats: fuzzHolders.map(() => sats),
  })
  registerManagers(world)
  const allowlist = [{ staker: holder, 'max-sats': sats }]
  world.call(pox, 'setup-bond', [0n, 300n, 1n, 0n, '0x', allowlist], admin)
})

/** Registers on the model and on the contracts, which must end alike; answers how they end. */
function register(tx: string, index = 0n): string {
  const output = { ...proofOf(tx, { sats, unlock }), 'output-index': index }
  const lockup = { ok: { outputs: [output], 'staker-unlock-bytes': '0x' } }
  // Without STX to lock, so that a good proof aborts and each registration is the first.
  const args = [0n, [...managers.keys()][0]!, 0n, lockup, null]
  const outcome = world.call(pox, 'register-for-bond', args, holder)
  return 'err' in outcome ? `err ${outcome.err}` : Object.keys(outcome)[0]!
}

const good = (isWitness: boolean): string => {
  const answer = world.ask('construct-lockup-output-script', holder, unlock, '0x', '0x')
  const { ok: script } = answer as { ok: string }
  return bitcoinTransaction(
    [
      { script, sats },
      { script: '6a', sats: 0n },
    ],
    isWitness,
  )
}
const replaced = (tx: string, at: number, byte: string): string =>
  `${tx.slice(0, 2 + 2 * at)}${byte}${tx.slice(4 + 2 * at)}`

test.each([
  ['legacy', false],
  ['witness', true],
])('a broken transaction, %s, ends the same on model and contract', (_, isWitness) => {
  const tx = good(isWitness)
  const bytes = (tx.length - 2) / 2
  const endings = new Set<string>()
  for (let at = 0; at < bytes; at++) {
    endings.add(register(tx.slice(0, 2 + 2 * at)))
    // Bytes of the outpoint and of the script are taken as they are.
    const isContent = (at > 8 && at < 40) || (at > 60 && at < 88)
    for (const byte of isContent ? [] : ['00', '02', 'fd', 'ff'])
      endings.add(register(replaced(tx, at, byte)))
  }
  endings.add(register(`${tx}00`))
  for (const index of [1n, 2n, 2n ** 32n, 2n ** 64n, 2n ** 128n - 1n])
    endings.add(register(tx, index))
  expect([...endings].toSorted()).toEqual(expect.arrayContaining(['err 1', 'err 2', 'err 42']))
})

test('transactions without inputs or outputs end the same', () => {
  const [version, lockTime] = ['02000000', '00000000']
  const input = `${'07'.repeat(36)}00ffffffff`
  const bodies = [
    '',
    '00',
    '0000',
    '000000',
    '0001',
    '000100',
    '00010000',
    '0001000000',
    '0002',
    '00020000',
    `01${input}00`,
    `0001010700`,
    `000101${input}00`,
    `000101${input}0000`,
    `000101${input}000100`,
    `000101${input}00020100`,
    `01${input}fd0000`,
    `fd0100${input}00`,
    `fe01000000${input}00`,
    `ff0100000000000000${input}00`,
    `ffffffffffffffffff`,
    `01${input}ffffffffffffffffff`,
  ]
  for (const body of bodies)
    for (const end of [lockTime, '', `${lockTime}00`])
      expect(register(`0x${version}${body}${end}`)).toMatch(/^err [123]$|^err 42$/)
})

test('a script of 1,024 bytes is read, a longer one is not', () => {
  const of = (bytes: number) => bitcoinTransaction([{ script: '6a'.repeat(bytes), sats }])
  expect([252, 253, 1024, 1025].map((bytes) => register(of(bytes)))).toEqual([
    'err 42',
    'err 42',
    'err 42',
    'err 3',
  ])
})

import { signMessageHashRsv } from '@stacks/transactions'
import {
  bondStart,
  bondUnlock,
  cycleStart,
  halfAt,
  halfStart,
} from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { admin, fuzzHolders, managers, pox, signerKeys, token } from './actors.ts'
import { pickCalldata } from './calldata.ts'
import type { Dice } from './dice.ts'
import { pickHolder, pickManager } from './holder-commands.ts'
import type { PoxFuzzWorld } from './world.ts'

/** Mines a few blocks, or up to a boundary or the block beside it. */
export function mine(world: PoxFuzzWorld, dice: Dice): void {
  const { clock, burn, cycle } = world
  const nextHalf = halfStart(clock, halfAt(clock, burn) + 1n)
  const nextCycle = cycleStart(clock, cycle + 1n)
  const endings = Array.from({ length: 30 }, (_, bond) => bondUnlock(clock, BigInt(bond)))
  const target = dice.pick([
    burn + 1n + BigInt(dice.roll(Number(clock.cycleBlocks))),
    nextHalf,
    nextCycle,
    nextHalf,
    nextCycle - clock.prepareBlocks,
    bondStart(clock, (cycle + 2n) / 2n),
    endings.find((height) => height > burn) ?? nextHalf,
  ])
  const height = target + dice.pick([0n, 0n, 0n, 1n, -1n])
  world.mine(height > burn ? height - burn : 1n)
}

/** Miners' income, or someone's gift. */
export function earn(world: PoxFuzzWorld, dice: Dice): void {
  const sats = dice.pick([
    10_000_000n + dice.upTo(200_000_000n),
    dice.upTo(1_000_000n),
    7n,
    1n,
    2_000_000_000n,
    100n,
  ])
  if (dice.rarely(10)) {
    const who = pickHolder(dice)
    const target = dice.pick([pox, pickManager(dice), pickHolder(dice)])
    const held = world.satsOf(who)
    const sats = dice.pick([dice.upTo(held), held + 1n, 0n])
    const sender = dice.rarely(5) ? pickHolder(dice) : who
    world.call(token, 'transfer', [sats, who, target, null], sender)
  } else world.mintSbtc(pox, sats)
}

/** Grants, registrations and revocations of signer keys. */
export function handleKeys(world: PoxFuzzWorld, dice: Dice): void {
  const manager = pickManager(dice)
  const { secret, key } = dice.pick(signerKeys)
  const kind = managers.get(manager)!
  const what = dice.pick(['register', 'revoke', 'grant'])
  if (what === 'revoke') {
    const owner = dice.pick([keyOwner, ...fuzzHolders])
    world.call(pox, 'revoke-signer-grant', [manager, key], owner)
    return
  }
  const authId = BigInt(2 + dice.roll(6))
  const signature = signGrant(world, { manager, authId, secret }, dice)
  if (dice.rarely(8)) {
    // Only the manager itself may.
    const sender = dice.pick([admin, keyOwner])
    if (what === 'grant')
      world.call(pox, 'grant-signer-key', [key, manager, authId, signature], sender)
    else world.call(pox, 'register-signer', [manager, key], sender)
  } else if (kind !== 'plain' && kind !== 'reenter') {
    const named = dice.rarely(10) ? pickManager(dice) : manager
    const sender = dice.rarely(10) ? pickHolder(dice) : admin
    world.call(manager, 'register-self', [named, key, authId, signature], sender)
  } else if (what === 'grant') world.call(manager, 'grant', [key, authId, signature], admin)
  else world.call(manager, 'register', [manager, key], admin)
}

/** The standard principal of the second key. */
const keyOwner = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'

function signGrant(
  world: PoxFuzzWorld,
  { manager, authId, secret }: { manager: string; authId: bigint; secret: string },
  dice: Dice,
): string {
  const id = dice.rarely(10) ? authId + 1n : authId
  const hash = world.ask('get-signer-grant-message-hash', manager, id) as string
  const signature = signMessageHashRsv({ messageHash: hash.slice(2), privateKey: secret })
  if (dice.rarely(12)) return `0x${signature.slice(0, -2)}09`
  return dice.rarely(12) ? `0x${signature.slice(2)}` : `0x${signature}`
}

/** Tells the test managers how to answer, or asks a manager in place of pox-5. */
export function direct(world: PoxFuzzWorld, dice: Dice): void {
  if (dice.rarely(4)) {
    const manager = pickManager(dice)
    const who = pickHolder(dice)
    const question = [who, 1n, 1n, dice.upTo(1000n), 0n, false, pickCalldata(dice, manager)]
    world.call(manager, 'validate-stake!', question, who)
    return
  }
  const [plain] = [...managers].find(([, kind]) => kind === 'plain')!
  const [reenter] = [...managers].find(([, kind]) => kind === 'reenter')!
  if (dice.roll(2) === 0) world.call(reenter, 'set-mode', [BigInt(dice.roll(5))], pickHolder(dice))
  else
    world.call(
      plain,
      'set-answer',
      [dice.pick<ContractValue>([{ ok: true }, { ok: false }, { ok: true }, { err: 4242n }])],
      pickHolder(dice),
    )
}

/** What the two administrators of pox-5 do, and others in their place. */
export function rule(world: PoxFuzzWorld, dice: Dice): void {
  const fn = dice.pick([
    'set-bond-admin',
    'set-pause-admin',
    'set-burnchain-parameters',
    'pause-rewards',
  ])
  if (fn === 'set-burnchain-parameters') {
    world.call(pox, fn, [0n, 1n, 10n, 1n], admin)
    return
  }
  const present = fn === 'set-bond-admin' ? world.bondAdmin : world.pauseAdmin
  const sender = dice.rarely(4) ? pickHolder(dice) : present
  if (fn === 'pause-rewards') {
    // Rewards would stand still for the rest of the sequence.
    if (dice.rarely(6) || sender !== present) world.call(pox, fn, [], sender)
    return
  }
  const next = dice.pick([admin, pickHolder(dice)])
  const outcome = world.call(pox, fn, [next], sender)
  if (!('ok' in outcome)) return
  if (fn === 'set-bond-admin') world.bondAdmin = next
  else world.pauseAdmin = next
}

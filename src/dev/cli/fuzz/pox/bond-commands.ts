import { bondStart, bondUnlock } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { ContractTuple, ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { MAX_U128 } from '../../../../protocol/clarity/u128.ts'
import {
  bitcoinTransaction,
  blockOf,
  proofOf,
  txidOf,
} from '../../../network/bitcoin-staking/timelock-proof.ts'
import { admin, fuzzHolders, pox, proxy } from './actors.ts'
import { pickCalldata } from './calldata.ts'
import type { Dice } from './dice.ts'
import { inside, isFree, pickHolder, pickManager, waitsForCycle } from './holder-commands.ts'
import type { PoxFuzzWorld } from './world.ts'

/** The first bond that has not begun. */
function nextBond(world: PoxFuzzWorld): bigint {
  let bond = 0n
  while (bondStart(world.clock, bond) <= world.burn) bond++
  return bond
}

export function trySetupBond(world: PoxFuzzWorld, dice: Dice): void {
  const next = nextBond(world)
  const bond = dice.rarely(8) ? dice.pick([next + 1n, next > 0n ? next - 1n : 0n, MAX_U128]) : next
  const rate = dice.pick([300n, 500n, 20_000n, 0n, 1n])
  const ratio = dice.pick([400_000n, 390_000n, 400_000n, 1n, 0n])
  const minimum = dice.pick([500n, 500n, 0n, 10_000n])
  const allowed = fuzzHolders.filter((_, index) => dice.roll(4) < 3 || index === 0)
  const rows = [...allowed, ...(dice.rarely(20) ? [admin, admin] : [])]
  const allowlist = rows.map((staker) => ({
    staker,
    'max-sats': dice.pick([100_000_000n, 10_000_000_000n, 1000n]),
  }))
  const sender = dice.rarely(15) ? pickHolder(dice) : world.bondAdmin
  if (dice.rarely(20)) world.call(proxy, 'setup', [bond, rate, ratio, minimum], sender)
  else world.call(pox, 'setup-bond', [bond, rate, ratio, minimum, earlyBytes, allowlist], sender)
}

const earlyBytes = '0x21ff'

export function tryRegisterForBond(world: PoxFuzzWorld, dice: Dice): void {
  if (waitsForCycle(world, dice)) return
  const next = nextBond(world)
  const bond = dice.rarely(10) ? dice.pick([next > 0n ? next - 1n : 0n, next + 1n, MAX_U128]) : next
  const terms = inside(world.ask('get-protocol-bond', bond))
  if (terms === undefined && !dice.rarely(5)) {
    trySetupBond(world, dice)
    return
  }
  const isAllowed = (who: string) => world.ask('get-bond-allowance', bond, who) !== null
  const who = dice.prefer(fuzzHolders, (each) => isAllowed(each) && isFree(world)(each))
  const allowance = (world.ask('get-bond-allowance', bond, who) as ContractTuple | null)?.some as
    | bigint
    | undefined
  const most = allowance ?? 1000n
  const sats = dice.pick([dice.upTo(most), most, 1n + dice.upTo(1000n), most + 1n, 0n])
  const isL1 = dice.rarely(3)
  const [lockup, total] = isL1
    ? pickProofs(world, dice, { who, bond, sats })
    : [{ err: sats }, sats]
  const minimum =
    terms === undefined
      ? 1n
      : (world.ask(
          'min-ustx-for-sats-amount',
          total,
          terms['stx-value-ratio']!,
          terms['min-ustx-ratio']!,
        ) as bigint)
  const microStx = dice.pick([
    minimum + 1n,
    minimum + 1n + dice.upTo(60_000_000_000n),
    minimum,
    minimum > 0n ? minimum - 1n : 0n,
    500_000_000_000n,
  ])
  const manager = pickManager(dice)
  const args = [bond, manager, microStx, lockup, pickCalldata(dice, manager)]
  world.call(pox, 'register-for-bond', args, who)
}

/** Outputs that lock sats in one or two transactions, sometimes with a fault; and their sum. */
function pickProofs(
  world: PoxFuzzWorld,
  dice: Dice,
  { who, bond, sats }: { who: string; bond: bigint; sats: bigint },
): [lockup: ContractValue, sats: bigint] {
  const ownBytes = '0xac'
  // A bond that cannot exist has no heights.
  const earliest = bond === MAX_U128 ? world.burn : bondUnlock(world.clock, bond)
  const unlock = dice.pick([earliest, earliest, earliest + 1n, earliest + 5000n, earliest - 1n])
  const amounts = dice.pick([[sats], [sats / 2n, sats - sats / 2n], [sats], []])
  const answer = world.ask('construct-lockup-output-script', who, unlock, ownBytes, earlyBytes) as {
    ok: string
  }
  const isWitness = dice.rarely(6)
  const outputs = amounts.map((amount, index) => {
    const paid = { script: answer.ok, sats: amount }
    const all = index === 0 ? [paid] : [{ script: '6a', sats: 0n }, paid]
    const id = txidOf(bitcoinTransaction(all))
    const block = index === 0 ? blockOf([id], 0) : blockOf([others[0]!, id, others[1]!], 1)
    const transaction = bitcoinTransaction(all, isWitness)
    return {
      ...proofOf(transaction, { sats: amount, unlock, index }),
      ...block,
      ...pickFault(dice),
    }
  })
  const repeated = dice.rarely(15) ? [...outputs, ...outputs] : outputs
  return [{ ok: { outputs: repeated, 'staker-unlock-bytes': ownBytes } }, sats]
}

/** Ids of other transactions in a block. */
const others = ['0x01', '0x02'].map(txidOf)

const pickFault = (dice: Dice): ContractTuple => {
  if (!dice.rarely(5)) return {}
  return dice.pick<ContractTuple>([
    { amount: 1n },
    { 'unlock-burn-height': 500_000_000n },
    { 'unlock-burn-height': 2n ** 39n },
    { header: '0x00' },
    { header: `0x${'00'.repeat(80)}` },
    { tx: '0x00' },
    { 'output-index': 9n },
    { 'tx-index': 3n },
    { 'tx-count': 100n },
    { 'leaf-hashes': [`0x${'01'.repeat(32)}`] },
  ])
}

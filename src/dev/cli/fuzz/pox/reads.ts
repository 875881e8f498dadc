import type { ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { admin, fuzzHolders, managers, pox, signerKeys } from './actors.ts'
import type { Dice } from './dice.ts'
import { pickHolder, pickManager } from './holder-commands.ts'
import type { PoxFuzzWorld } from './world.ts'

type Read = readonly [contract: string, fn: string, args: readonly ContractValue[]]

const kindsOf = (...wanted: string[]): string[] =>
  [...managers].filter(([, kind]) => wanted.includes(kind)).map(([manager]) => manager)
const paying = kindsOf('reference', 'xverse', 'max500')
const max500 = kindsOf('max500')[0]!

/** Any read-only question about the state. */
function pickRead(world: PoxFuzzWorld, dice: Dice): Read {
  const who = pickHolder(dice)
  const manager = pickManager(dice)
  const cycle = world.cycle + BigInt(dice.roll(5))
  const past = cycle > 2n ? cycle - 2n : 0n
  const bond = BigInt(dice.roll(8))
  const leg: ContractValue = dice.pick([null, { some: bond }])
  return dice.pick<Read>([
    [pox, 'get-staker-info', [who]],
    [pox, 'get-bond-membership', [who]],
    [pox, 'get-signer-cycle-membership', [who, past]],
    [pox, 'get-staker-custodied-sbtc', [who]],
    [pox, 'get-total-sbtc-staked-for-bond', [bond]],
    [pox, 'get-bond-allowance', [bond, who]],
    [pox, 'get-protocol-bond', [bond]],
    [pox, 'has-announced-l1-early-exit', [bond, who]],
    [pox, 'get-amount-delegated-for-signer', [manager, past]],
    [pox, 'get-signer-pending-staked-ustx-per-cycle', [manager, past]],
    [pox, 'get-ustx-delegated-for-cycle', [past]],
    [pox, 'get-total-ustx-stacked', [past]],
    [pox, 'get-total-shares-staked-for-cycle', [past, leg]],
    [pox, 'get-rewards-per-token-for-cycle', [past, leg]],
    [pox, 'get-signer-shares-staked-for-cycle', [manager, past, leg]],
    [pox, 'get-earned', [manager, past, leg]],
    [pox, 'get-signer-rewards-per-token-settled-for-cycle', [manager, past, leg]],
    [pox, 'get-signer-unclaimed-rewards-for-cycle', [manager, past, leg]],
    [pox, 'get-signer-rewards-per-token-for-cycle', [manager, past, leg]],
    [pox, 'get-staker-shares-staked-for-cycle', [who, past, leg, manager]],
    [pox, 'get-earned-staker-rewards', [manager, past, leg, who]],
    [pox, 'get-staker-rewards-per-token-settled-for-cycle', [manager, past, leg, who]],
    [pox, 'get-staker-unclaimed-rewards-for-cycle', [manager, past, leg, who]],
    [pox, 'get-new-rewards', []],
    [pox, 'get-rewards', []],
    [pox, 'get-reserve-balance', []],
    [pox, 'get-total-sbtc-staked', []],
    [pox, 'get-last-accounted-rewards-only', []],
    [pox, 'get-last-reward-compute-height', []],
    [pox, 'get-signer-set-first-item-for-cycle', [past]],
    [pox, 'get-signer-set-last-item-for-cycle', [past]],
    [pox, 'get-signer-set-item-for-cycle', [manager, past]],
    [pox, 'get-signer-set-next-item-for-cycle', [manager, past]],
    [pox, 'get-signer-set-prev-item-for-cycle', [manager, past]],
    [pox, 'signer-set-contains-for-cycle', [manager, past]],
    [pox, 'get-signer-info', [manager]],
    [pox, 'is-in-prepare-phase', [world.cycle]],
    [pox, 'is-bond-active-at-height', [bond, world.burn]],
    [pox, 'assert-all-active-bonds-included', [[bond], world.burn]],
    [pox, 'get-bond-l1-unlock-height', [bond]],
    [pox, 'current-distribution-cycle', []],
    [pox, 'get-pox-info', []],
    ...paying.flatMap((each): Read[] => [
      [each, 'get-earned-staker-rewards', [who, past, leg]],
      [each, 'get-fee-bips-for-cycle', [past, leg]],
      [each, 'get-earned-fees', []],
      [each, 'get-withdrawal-liability', []],
      [each, 'get-unclaimed-staker-rewards', []],
    ]),
    [max500, 'get-payout-config', [who]],
    [max500, 'get-pending-payout', [who]],
    [max500, 'get-staker-refund', [who]],
    [max500, 'get-pending-fees', []],
    [max500, 'get-unclaimed-rewards-for-cycle', [past, leg]],
    [max500, 'get-credited-refunds', []],
    [max500, 'get-total-pending-payouts', []],
    [pox, 'stx-account', [who]],
    [pox, 'sbtc-available', [manager]],
    ...pickHelpers(world, dice),
  ])
}

/** Read-only functions that only compute. */
function pickHelpers(world: PoxFuzzWorld, dice: Dice): Read[] {
  const who = pickHolder(dice)
  const number = dice.pick([
    0n,
    16n,
    17n,
    127n,
    128n,
    32_768n,
    2n ** 31n,
    2n ** 39n,
    2n ** 128n - 1n,
  ])
  const small = dice.upTo(1000n)
  const header = dice.pick([`0x${'0102'.repeat(40)}`, '0x', `0x${'ff'.repeat(79)}`])
  const ctx = { txbuff: header, index: dice.pick([0n, 4n, 48n, 49n, 76n, 77n]) }
  const scripts = [who, number, '0xac', '0x21ff']
  const address = {
    version: dice.pick(['0x04', '0x', '0x06', '0x07']),
    hashbytes: `0x${'ab'.repeat(20)}`,
  }
  return [
    [pox, 'push-c-script-num', [number]],
    [pox, 'serialize-c-script-num', [number]],
    [pox, 'push-script-bytes', [header.slice(0, 2 + 2 * Number(small % 76n))]],
    [pox, 'uint-to-buff-le', [number]],
    [pox, 'construct-lockup-script', scripts],
    [pox, 'construct-lockup-output-script', scripts],
    [pox, 'parse-block-header', [header]],
    [pox, 'read-uint32', [ctx]],
    [pox, 'read-hashslice', [ctx]],
    [pox, 'reverse-buff32', [`0x${'0102'.repeat(16)}`]],
    [pox, 'get-reversed-txid', [header]],
    [pox, 'check-pox-lock-period', [dice.pick([0n, 1n, 96n, 97n])]],
    [pox, 'clamp', [small, 10n, dice.pick([500n, 10n])]],
    [pox, 'compute-earned-rewards', [number, small, dice.pick([0n, small + 1n]), small]],
    [pox, 'min-ustx-for-sats-amount', [number, 400_000n, 500n]],
    [pox, 'bond-overlaps-new-position?', [world.ask('get-bond-membership', who), small]],
    [pox, 'burn-height-to-reward-cycle', [small]],
    [pox, 'burn-height-to-distribution-index', [small]],
    [pox, 'reward-cycle-to-burn-height', [number]],
    [pox, 'distribution-cycle-to-burn-height', [small]],
    [pox, 'bond-period-to-reward-cycle', [number]],
    [pox, 'bond-period-to-burn-height', [small]],
    [pox, 'get-first-pox-5-reward-cycle', []],
    [pox, 'current-pox-reward-cycle', []],
    [pox, 'verify-signer-key-grant', [pickManager(dice), signerKeys[0]!.key]],
    [pox, 'get-signer-grant-message-hash', [pickManager(dice), small]],
    [paying[0]!, 'check-pox-addr', [address]],
    [paying[0]!, 'get-pox-addr', [who]],
    [paying[0]!, 'is-admin', [dice.pick([admin, who])]],
    [paying[0]!, 'get-withdrawal-request-staker', [1n + (small % 5n)]],
    [max500, 'current-cycle', []],
    [max500, 'default-min-claim', [number]],
    [max500, 'get-active-fee-bips', []],
  ]
}

/** Compares what one holder owns, and answers to a few random questions. */
export function compareReads(world: PoxFuzzWorld, dice: Dice): void {
  const who = pickHolder(dice)
  const random = Array.from({ length: dice.roll(3) }, () => pickRead(world, dice))
  world.compare([[pox, 'stx-account', [who]], [pox, 'sbtc-available', [who]], ...random])
}

/** Compares what matters most of the whole state. */
export function compareEverything(world: PoxFuzzWorld): void {
  const cycles = [world.cycle, world.cycle + 1n]
  world.compare([
    [pox, 'get-new-rewards', []],
    [pox, 'get-last-accounted-rewards-only', []],
    [pox, 'get-reserve-balance', []],
    [pox, 'get-total-sbtc-staked', []],
    ...fuzzHolders.flatMap((who): Read[] => [
      [pox, 'get-staker-info', [who]],
      [pox, 'get-bond-membership', [who]],
      [pox, 'stx-account', [who]],
      [pox, 'sbtc-available', [who]],
    ]),
    ...[...managers.keys()].flatMap((manager): Read[] => [
      [pox, 'sbtc-available', [manager]],
      ...cycles.map((cycle): Read => [pox, 'get-earned', [manager, cycle, null]]),
      ...cycles.map((cycle): Read => [pox, 'get-signer-set-item-for-cycle', [manager, cycle]]),
    ]),
  ])
}

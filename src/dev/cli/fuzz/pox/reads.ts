import type { ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { MAX_U128 } from '../../../../protocol/clarity/u128.ts'
import { admin, fuzzHolders, managers, pool, pox, signerKeys } from './actors.ts'
import { pickCalldata, pickPayoutConfig } from './calldata.ts'
import type { Dice } from './dice.ts'
import { inside, pickHolder, pickManager } from './holder-commands.ts'
import type { PoxFuzzWorld } from './world.ts'

/** A question: a contract, its read-only function, and arguments. */
type Read = readonly [contract: string, fn: string, args: readonly ContractValue[]]

const kindsOf = (...wanted: string[]): string[] =>
  [...managers].filter(([, kind]) => wanted.includes(kind)).map(([manager]) => manager)
const paying = kindsOf('reference', 'xverse', 'max500')
const payingByAddress = kindsOf('reference', 'xverse')
const max500 = kindsOf('max500')[0]!

/** More than there are, so that each is asked about as often as any other. */
const QUESTIONS = 2 ** 20

function pickRead(world: PoxFuzzWorld, dice: Dice): Read {
  // First: what the arguments take must not decide about the question.
  const question = dice.roll(QUESTIONS)
  const reads = listReads(world, dice)
  return reads[question % reads.length]!
}

/**
 * A question for each read-only function of pox-5 and of managers, and two about accounts. Not
 * asked is `get-bc-h-hash`, for the model has no hashes of blocks.
 */
export function listReads(world: PoxFuzzWorld, dice: Dice): Read[] {
  const who = pickHolder(dice)
  const manager = pickManager(dice)
  const cycle = world.cycle + BigInt(dice.roll(5))
  const past = cycle > 2n ? cycle - 2n : 0n
  const bond = BigInt(dice.roll(8))
  const leg: ContractValue = dice.pick([null, { some: bond }])
  return [
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
      [each, 'is-admin', [dice.pick([admin, who])]],
      [each, 'get-withdrawal-request-staker', [1n + BigInt(dice.roll(5))]],
    ]),
    ...payingByAddress.flatMap((each): Read[] => [
      [each, 'check-pox-addr', [pickPayoutConfig(dice)[0]!]],
      [each, 'get-pox-addr', [who]],
    ]),
    [pool, 'is-delegating', [who]],
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
  ]
}

/** Read-only functions that only compute. */
function pickHelpers(world: PoxFuzzWorld, dice: Dice): Read[] {
  const who = pickHolder(dice)
  const number = dice.pick([0n, 16n, 17n, 127n, 128n, 32_768n, 2n ** 31n, 2n ** 39n, MAX_U128])
  const small = dice.upTo(1000n)
  const header = dice.pick([`0x${'0102'.repeat(40)}`, '0x', `0x${'ff'.repeat(79)}`])
  const ctx = { txbuff: header, index: dice.pick([0n, 4n, 48n, 49n, 76n, 77n, MAX_U128]) }
  const scripts = [who, number, '0xac', '0x21ff']
  const bytes = `0x${'c3'.repeat(dice.pick([0, 1, 75, 76, 255, 256, 1024]))}`
  const [address, maxFee, minClaim] = pickPayoutConfig(dice)
  const config = { 'pox-addr': address!, 'max-fee': maxFee!, 'min-claim': minClaim! }
  const calldata = inside(pickCalldata(dice, max500)) ?? '0x0c'
  return [
    [pox, 'push-c-script-num', [number]],
    [pox, 'serialize-c-script-num', [number]],
    [pox, 'push-script-bytes', [bytes]],
    [pox, 'uint-to-buff-le', [dice.pick([number, 255n, 256n, 65_535n, 65_536n])]],
    [pox, 'construct-lockup-script', scripts],
    [pox, 'construct-lockup-output-script', scripts],
    [pox, 'parse-block-header', [header]],
    [pox, 'read-uint32', [ctx]],
    [pox, 'read-hashslice', [ctx]],
    [pox, 'reverse-buff32', [`0x${'0102'.repeat(dice.pick([16, 15, 0]))}`]],
    [pox, 'verify-block-header', [header, small]],
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
    [max500, 'current-cycle', []],
    [max500, 'default-min-claim', [number]],
    [max500, 'get-active-fee-bips', []],
    [max500, 'parse-payout-calldata', [calldata]],
    [max500, 'check-payout-config', [config]],
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

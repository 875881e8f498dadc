import { SIGNER_SET_MIN_MICRO_STX, WITHDRAWAL_DUST_SATS } from '../constants.ts'
import type { ManagerChoice, PayoutFacts } from './holder-facts.ts'
import type { BlockerList } from './signing-blocker.ts'

/**
 * Whether a manager takes a stake or a part in a bond, and on what terms; `addedMicroStx` is what
 * the call adds to those that it has.
 */
export function checkManager(
  list: BlockerList,
  { manager, payout, feeBoundBips, viaPool = false }: ManagerChoice,
  { addedMicroStx, isBond }: { addedMicroStx: bigint; isBond: boolean },
): void {
  const { takesStakes, family, feeBips, delegatedMicroStx } = manager
  list.refuse(takesStakes === null || family === null, { code: 'unknown', what: 'manager' })
  list.refuse(takesStakes === false, { code: 'manager-takes-no-stakes' })
  list.refuse(family === 'native' && !viaPool, { code: 'needs-native-pool' })
  list.ask(family === 'closed', { code: 'manager-pays-itself' })
  list.ask(feeBips === null, { code: 'fee-unknown' })
  list.ask(feeBips !== null && feeBips > feeBoundBips, {
    code: 'fee-above-bound',
    bips: feeBips ?? 0n,
    boundBips: feeBoundBips,
  })
  const delegated = (delegatedMicroStx ?? SIGNER_SET_MIN_MICRO_STX) + addedMicroStx
  // A bond's sats earn under any manager.
  list.ask(!isBond && delegated < SIGNER_SET_MIN_MICRO_STX, {
    code: 'manager-below-minimum',
    delegatedMicroStx: delegated,
  })
  checkPayout(list, manager, payout)
}

/** A stake replaces the payout setting [bitcoin-staking 11.1]. */
export function checkPayout(
  list: BlockerList,
  { family, paysBitcoin, storedPayout }: ManagerChoice['manager'],
  payout: PayoutFacts | null,
): void {
  if (paysBitcoin === false) {
    list.ask(payout !== null, { code: 'payout-ignored' })
    return
  }
  list.refuse(payout !== null && !isTaken(payout, family === 'max500'), { code: 'payout-invalid' })
  if (payout !== null) {
    const { version, hash, maxFeeSats } = payout
    // It comes from a node, which may name whose it likes.
    list.ask(true, { code: 'payout-kept', version, hash, maxFeeSats })
  }
  if (payout !== null || storedPayout === null) return
  const code = storedPayout === undefined ? 'payout-unknown' : 'payout-deleted'
  list.ask(true, { code })
}

/** Kinds of addresses up to this one have a hash of 20 bytes, those above it 32. */
const LAST_SHORT_KIND = 4
const LAST_KIND = 6

function isTaken({ version, hash, maxFeeSats, minClaimSats }: PayoutFacts, isMax500: boolean) {
  if (!/^0x0[0-6]$/.test(version)) return false
  const kind = Number(version)
  const bytes = (hash.length - 2) / 2
  if (kind > LAST_KIND || bytes !== (kind <= LAST_SHORT_KIND ? 20 : 32)) return false
  if (minClaimSats === null) return true
  return isMax500 && minClaimSats > maxFeeSats + WITHDRAWAL_DUST_SATS
}

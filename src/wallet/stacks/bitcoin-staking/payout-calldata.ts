import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import { stripHexPrefix } from '../../../chain/hex.ts'
import type { PayoutSetting } from '../../../chain/stacks/bitcoin-staking/read-payout-setting.ts'

/** The tuple of an address as managers keep it. */
export const addressTuple = ({ version, hash }: Pick<PayoutSetting, 'version' | 'hash'>) =>
  Cl.tuple({
    version: Cl.bufferFromHex(stripHexPrefix(version)),
    hashbytes: Cl.bufferFromHex(stripHexPrefix(hash)),
  })

/**
 * What a stake tells its manager of payouts: a manager that pays on Bitcoin takes it in place of
 * what it has, and null for sBTC, so that the setting has to be sent again with every stake
 * [bitcoin-staking 11.1].
 */
export function payoutCalldata(payout: PayoutSetting | null): ClarityValue {
  if (payout === null) return Cl.none()
  const { maxFeeSats, minClaimSats } = payout
  const tuple = Cl.tuple({
    'pox-addr': addressTuple(payout),
    'max-fee': Cl.uint(maxFeeSats),
    ...(minClaimSats !== null && { 'min-claim': Cl.uint(minClaimSats) }),
  })
  return Cl.some(Cl.bufferFromHex(stripHexPrefix(serializeCV(tuple))))
}

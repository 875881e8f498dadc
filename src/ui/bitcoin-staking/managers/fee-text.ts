import type { ManagerFee } from '../../../chain/stacks/bitcoin-staking/read-manager.ts'
import type { Words } from '../../../words/create-words.ts'
import { shareOfBips } from '../staking-times.ts'

/** A fee in words, with the one to come. */
export function feeText({ t, f }: Words, { bips, pending }: ManagerFee): string {
  const fee = f.percent(shareOfBips(bips))
  if (pending === null) return fee
  return t('staking.position.fee.rises', {
    fee,
    later: f.percent(shareOfBips(pending.bips)),
    cycle: f.integer(pending.fromCycle),
  })
}

import { shortAddress } from '../../../words/format/address.ts'
import type { Format } from '../../../words/format/format.ts'
import type { StakingNotice } from './staking-notice.ts'

/** Basis points as the format's shares, scaled by 10^8. */
const shareOf = (bips: bigint): bigint => bips * 10_000n

/** Values for the placeholders of a notice's sentence, `staking-notice.<kind>` in words. */
export const stakingNoticeValues = (
  notice: StakingNotice,
  format: Format,
): Record<string, string> => ({
  address: shortAddress(notice.address),
  ...('sats' in notice && { amount: format.sats(notice.sats) }),
  ...('microStx' in notice && { stx: format.stx(notice.microStx) }),
  ...('cycle' in notice && { cycle: format.integer(notice.cycle) }),
  ...('blocks' in notice && { time: format.blockTime(notice.blocks) }),
  ...('manager' in notice && { manager: notice.manager.split('.')[1] ?? notice.manager }),
  ...('bips' in notice && { fee: format.percent(shareOf(notice.bips)) }),
  ...('laterBips' in notice && { later: format.percent(shareOf(notice.laterBips)) }),
  ...('beforeBips' in notice && { before: format.percent(shareOf(notice.beforeBips)) }),
  ...('request' in notice && { request: format.integer(notice.request) }),
  ...('bond' in notice && { bond: format.integer(notice.bond) }),
})

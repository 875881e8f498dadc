import { shortAddress } from '../../words/format/address.ts'
import type { Format } from '../../words/format/format.ts'
import type { HolderNotice } from './holder-notice.ts'

/** Values for the placeholders of a notice's sentence, `notice.<kind>` in words. */
export const noticeValues = (notice: HolderNotice, format: Format): Record<string, string> => ({
  ...('address' in notice && { address: shortAddress(notice.address) }),
  ...('cycle' in notice && { cycle: String(notice.cycle) }),
  ...('blocks' in notice && { time: format.blockTime(notice.blocks) }),
  ...(notice.kind === 'boost-below' && { boost: format.boost(notice.boost) }),
  ...(notice.kind === 'golden-ratio' && {
    ratio: format.ratio(notice.ratio),
    before: format.ratio(notice.before),
  }),
})

import type { ManagerWarning } from '../../chain/stacks/bitcoin-staking/manager-warnings.ts'
import type { Words } from '../../words/create-words.ts'
import { shareOfBips } from './staking-times.ts'

/** What should be known of a manager, in a sentence. */
export function managerWarningText({ t, f }: Words, warning: ManagerWarning): string {
  switch (warning.code) {
    case 'unusual-fee':
      return t('staking.warning.unusual-fee', {
        fee: f.percent(shareOfBips(warning.bips)),
        rest: f.sats((100n * (10_000n - warning.bips)) / 10_000n),
      })
    case 'fee-rises':
      return t('staking.warning.fee-rises', {
        fee: f.percent(shareOfBips(warning.bips)),
        cycle: f.integer(warning.fromCycle),
      })
    case 'below-minimum':
      return t('staking.warning.below-minimum', { stx: f.stx(warning.delegatedMicroStx) })
    default:
      return t(`staking.warning.${warning.code}`)
  }
}

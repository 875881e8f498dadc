import { useState } from 'preact/hooks'
import { parsePayout, payoutInputOf } from '../../../app/bitcoin-staking/payout-input.ts'
import { managerReadingOf } from '../../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import type { Environment } from '../../../app/environment.ts'
import { useWords } from '../../hooks/use-words.ts'

/**
 * How rewards are to be paid by a manager, beginning with what is stored: without it a call would
 * delete the setting [bitcoin-staking 11.1].
 */
export function usePayout(
  state: StakingState,
  manager: string | null,
  network: Environment['network'],
) {
  const { f } = useWords()
  const stored = state.holder?.payout.known ? state.holder.payout.value : null
  const [value, onChange] = useState(() => payoutInputOf(stored, network))
  const reading = managerReadingOf(state, manager)
  const shape = reading?.shape.known ? reading.shape.value : null
  const parsed = parsePayout(
    shape !== null && !shape.paysBitcoin ? { ...value, kind: 'sbtc' } : value,
    { network, family: shape?.family ?? null, stored, locale: f.locale },
  )
  return { value, onChange, parsed, shape }
}

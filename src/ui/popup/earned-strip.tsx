import type { AppState } from '../../app/app-state.ts'
import { earnedInAll } from '../../app/earned-in-all.ts'
import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import { useWords } from '../hooks/use-words.ts'

/** What all programs and addresses together have earned, where that is more than one of them. */
export function EarnedStrip({ state, onOpen }: { state: AppState; onOpen: () => void }) {
  const { f, rich } = useWords()
  const { rows, sats, lux, isComplete } = earnedInAll(state)
  if (rows.length < 2) return null
  const amounts = [
    ...(sats > 0n ? [f.sats(sats)] : []),
    ...(lux > 0n ? [duskAmount(f, lux, 'cents')] : []),
  ]
  return (
    <button id="earned" type="button" class="earned all" onClick={onOpen}>
      {rich(isComplete ? 'earned.all' : 'earned.all.atLeast', {
        amounts: <b>{amounts.join(' · ')}</b>,
      })}
    </button>
  )
}

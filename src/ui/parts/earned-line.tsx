import type { ComponentChildren } from 'preact'
import { useWords } from '../hooks/use-words.ts'

interface EarnedLineProps {
  /** With its unit. */
  amount: string
  /** Whether more may have been earned than is known. */
  isAtLeast: boolean
  /** The last reward and its day; null: not known. */
  last: { amount: string; day: string } | null
  /** Behind the last reward. */
  children?: ComponentChildren
  onOpen: () => void
}

/** What was earned so far in one program, and the last of it; opens the list. */
export function EarnedLine({ amount, isAtLeast, last, children, onOpen }: EarnedLineProps) {
  const { t, rich } = useWords()
  const sum = <b class="amber">{amount}</b>
  return (
    <button type="button" class="earned" onClick={onOpen}>
      <span>{rich(isAtLeast ? 'earned.atLeast' : 'earned.soFar', { amount: sum })}</span>
      {last && (
        <span>
          {t('earned.last', last)}
          {children}
        </span>
      )}
    </button>
  )
}

import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { HalfBars } from '../charts/half-bars.tsx'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { KnownValue } from '../parts/known-value.tsx'
import { Term } from '../parts/term.tsx'
import { Unknown } from '../parts/unknown.tsx'

/** What past halves brought to everybody, and what has arrived since. */
export function IncomeCard({ income, programme }: Pick<StakingState, 'income' | 'programme'>) {
  const { t, f } = useWords()
  return (
    <Card
      title={<Term of="income">{t('staking.income')}</Term>}
      aside={!income.known && <Unknown reason={income.reason} />}
    >
      {income.known && income.value.length === 0 && <p class="muted">{t('staking.income.few')}</p>}
      {income.known && <HalfBars past={income.value} />}
      {programme && (
        <p class="note">
          <KnownValue of={programme.arrivedSats}>
            {(sats) => t('staking.income.sinceNow', { sats: f.sats(sats) })}
          </KnownValue>
        </p>
      )}
    </Card>
  )
}

import type { StakeProjection } from '../../../protocol/bitcoin-staking/projection/project-stake.ts'
import { useWords } from '../../hooks/use-words.ts'
import { StakeRange } from './stake-range.tsx'

const periods = ['half', 'cycle', 'year'] as const

/** What a stake is expected to pay over different times, after the fee, and how far it may vary. */
export function StakeFigures({
  of: { rewards, dates, assumptions },
  cycles,
  fee,
  day,
}: {
  of: StakeProjection
  cycles: bigint
  fee: string
  /** The date of a Bitcoin height. */
  day: (height: bigint) => string
}) {
  const { t } = useWords()
  const income = assumptions.find(({ code }) => code === 'income')
  const total = t('staking.whatIf.total', {
    cycles: t('staking.form.cycleCount', { count: Number(cycles) }),
    date: day(dates.unlockHeight),
  })
  return (
    <>
      <dl class="facts outlook">
        {[...periods, 'total' as const].map((period) => (
          <div key={period}>
            <dt>{period === 'total' ? total : t(`staking.whatIf.${period}`)}</dt>
            <dd>
              {rewards === null ? (
                t('staking.whatIf.tooEarly')
              ) : (
                <StakeRange
                  of={{
                    low: rewards.low[period].netSats,
                    middle: rewards.middle[period].netSats,
                    high: rewards.high[period].netSats,
                  }}
                />
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('staking.position.fee')}</dt>
          <dd>{fee}</dd>
        </div>
      </dl>
      {income?.code === 'income' && (
        <p class="legend">
          {t('staking.whatIf.measured', { count: income.calculations, date: day(income.to) })}
        </p>
      )}
    </>
  )
}

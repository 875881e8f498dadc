import { useMemo, useState } from 'preact/hooks'
import { askOutlook } from '../../app/hyperstaking/ask-outlook.ts'
import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import type { Prospect } from '../../chain/dusk/prospect.ts'
import { toJson } from '../../chain/json.ts'
import { RATE_SCALE } from '../../protocol/hyperstaking/core/units.ts'
import type { ProjectionInput } from '../../protocol/hyperstaking/projection/input.ts'
import { useProjection } from '../hooks/use-projection.ts'
import { useWords } from '../hooks/use-words.ts'
import { Segments } from '../parts/segments.tsx'
import { OutlookDetails } from './outlook-details.tsx'

/**
 * Horizons in epochs of a quarter of a day, and the runs that a range is drawn from: a year's take
 * longer.
 */
const HORIZONS = { month: { epochs: 120, runs: 200 }, year: { epochs: 1460, runs: 80 } } as const

interface OutlookProps {
  pool: PoolSummary
  prospect: Prospect
  /** What is in the pool already, and what would be added; LUX. */
  position: bigint
  deposit: bigint
  /** Whether this is about a deposit under consideration: its fee and waiting time are included. */
  planned?: boolean
  commands: DuskCommands
}

/** The expected earnings of a position or deposit, how far they may vary, and the assumptions. */
export function PoolOutlook({
  pool,
  prospect,
  position,
  deposit,
  planned = false,
  commands,
}: OutlookProps) {
  const { t, f } = useWords()
  const [horizon, setHorizon] = useState<keyof typeof HORIZONS>('month')
  const input = askOutlook(pool, prospect, { position, deposit, ...HORIZONS[horizon] })
  return (
    <>
      <Segments
        label={t('hyper.horizon')}
        value={horizon}
        onChange={setHorizon}
        options={(['month', 'year'] as const).map((value) => ({
          value,
          label: t(`hyper.horizon.${value}`),
        }))}
      />
      <Figures
        key={horizon}
        input={input}
        prospect={prospect}
        planned={planned}
        commands={commands}
      />
      <p class="note">
        {t('hyper.assumed', { amount: duskAmount(f, prospect.network.othersActive, 'about') })}{' '}
        {prospect.fees === 'published' &&
          t('hyper.fees.published', {
            deposit: f.percent(prospect.depositFee),
            reward: f.percent(prospect.rewardFee, 0),
          })}
      </p>
    </>
  )
}

/** Of one horizon: another's figures must never appear under its name. */
function Figures({
  input,
  prospect,
  planned,
  commands,
}: { input: ProjectionInput } & Pick<OutlookProps, 'prospect' | 'planned' | 'commands'>) {
  const { t, f } = useWords()
  const key = JSON.stringify(toJson(input))
  const { result, failed } = useProjection(
    commands.project,
    useMemo(() => input, [key]),
  )
  if (!result)
    return (
      <p class="note" role="status">
        {t(failed ? 'hyper.reckoning.failed' : 'hyper.reckoning')}
      </p>
    )
  const principal = input.position + input.deposit
  const {
    range: { mean, low, high },
    apr,
    apy,
  } = result
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t('hyper.expectedOf', { amount: duskAmount(f, principal, 'about') })}</dt>
          <dd class="amber">{t('about', { amount: duskAmount(f, mean, 'about') })}</dd>
        </div>
        {low !== null && high !== null && (
          <div>
            <dt class="note">
              {t('hyper.range', {
                low: duskAmount(f, low, 'about'),
                high: duskAmount(f, high, 'about'),
              })}
            </dt>
          </div>
        )}
        <div>
          <dt>{t('hyper.rate')}</dt>
          <dd>{f.percent(apr)}</dd>
        </div>
        <div>
          <dt class="note">{t('hyper.rate.apy', { apy: f.percent(apy) })}</dt>
        </div>
      </dl>
      {apr > RATE_SCALE && <p class="note">{t('hyper.rate.untypical')}</p>}
      <OutlookDetails result={result} prospect={prospect} planned={planned ?? false} />
    </>
  )
}

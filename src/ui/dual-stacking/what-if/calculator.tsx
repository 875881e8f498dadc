import { useMemo, useState } from 'preact/hooks'
import { exampleNetwork, holdingsReading } from '../../../app/dual-stacking/example-network.ts'
import { rewardUnknownReason } from '../../../app/dual-stacking/projection-request.ts'
import type { NetworkReading } from '../../../chain/stacks/readings.ts'
import type { Projection } from '../../../protocol/dual-stacking/projection/project.ts'
import { parseAmount } from '../../../words/format/parse-amount.ts'
import { BoostCurve } from '../../charts/boost-curve.tsx'
import { useFigures, type ProjectFigures } from '../../hooks/use-figures.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Unknown } from '../../parts/unknown.tsx'
import { explainProjection } from '../explain-projection.ts'
import { NextStep } from './next-step.tsx'

interface CalculatorProps {
  project: ProjectFigures
  network: NetworkReading | null
}

const NOTHING = {}

/**
 * Boost, payment and rate of holdings that a visitor types, with the network's figures, or with an
 * example's until these are read.
 */
export function Calculator({ project, network }: CalculatorProps) {
  const { t, f } = useWords()
  const [sbtc, setSbtc] = useState(() => f.decimal(10_000_000n, 8))
  const [stx, setStx] = useState(() => f.integer(5_000))
  const sats = parseAmount(sbtc, 8, f.locale)
  const microStx = parseAmount(stx, 6, f.locale)
  const usable =
    network?.goldenRatios.known && network.goldenRatios.value.length > 0 && network.multiplier.known
      ? network
      : exampleNetwork
  const typed = sats.ok && microStx.ok ? `${sats.value} ${microStx.value}` : null
  const holdings = useMemo(
    () => (sats.ok && microStx.ok ? holdingsReading(usable, sats.value, microStx.value) : null),
    [usable, typed],
  )
  const { figures } = useFigures(project, usable, holdings, NOTHING)
  const [golden] = usable.goldenRatios.known ? usable.goldenRatios.value : []
  const explain = (projection: Projection) =>
    golden ? explainProjection(projection, usable, golden) : null
  const reward = figures?.cycle.rewardSats ?? null
  const rate = figures?.cycle.yearlyRate ?? null
  return (
    <Card
      title={t('calculator.title')}
      aside={usable === exampleNetwork ? t('calculator.example') : t('calculator.live')}
    >
      <div class="pair">
        <TextField
          label={t('calculator.sbtc')}
          kind="amount"
          unit="sBTC"
          value={sbtc}
          onInput={setSbtc}
          error={sats.ok ? null : t(`input.${sats.code}`)}
        />
        <TextField
          label={t('calculator.stx')}
          kind="amount"
          unit="STX"
          value={stx}
          onInput={setStx}
          error={microStx.ok ? null : t(`input.${microStx.code}`)}
        />
      </div>
      <div class="results" role="status">
        <p class="boost">
          {rate === null ? <Unknown reason={rewardUnknownReason(usable)} /> : f.percent(rate)}
          <small>{t('hero.rate')}</small>
        </p>
        <dl>
          <div>
            <dt>{t('calculator.payment')}</dt>
            <dd class="amber">
              {reward === null ? (
                <Unknown reason={rewardUnknownReason(usable)} />
              ) : (
                f.sats(reward, 'about')
              )}
            </dd>
          </div>
          {figures && figures.cycle.ratio !== null && (
            <div>
              <dt>{t('why.boost')}</dt>
              <dd class="of-boost">{f.boost(figures.cycle.boost)}</dd>
            </div>
          )}
        </dl>
      </div>
      {figures && figures.cycle.ratio !== null && (
        <>
          <BoostCurve
            curve={figures.curve}
            maxBoost={figures.maxBoost}
            maximum={figures.maximum?.microStx ?? null}
            past={[]}
            you={figures.cycle}
            what={null}
          />
          <NextStep projection={figures} explained={explain(figures)} />
        </>
      )}
    </Card>
  )
}

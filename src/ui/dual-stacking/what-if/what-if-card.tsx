import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { WhatIfInput } from '../../../app/dual-stacking/projection-request.ts'
import { SCALE } from '../../../protocol/dual-stacking/constants.ts'
import type {
  ProjectionRequest,
  Projection,
} from '../../../protocol/dual-stacking/projection/project.ts'
import { BoostCurve } from '../../charts/boost-curve.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Lever } from '../../parts/lever.tsx'
import type { Explanation } from '../explain-projection.ts'
import { FigureExplanation } from '../figure-explanation.tsx'
import { NextStep } from './next-step.tsx'

interface WhatIfCardProps {
  /** With the actual holdings. */
  now: Projection
  /**
   * With the hypothetical holdings; null when there are none, or while the first one is computed.
   */
  whatIf: Projection | null
  golden: ProjectionRequest['parameters']['goldenRatio']
  /** What the explanations of a projection need. */
  explain: (projection: Projection) => Explanation | null
  input: WhatIfInput
  onChange: (next: WhatIfInput) => void
  /** Golden ratios of past cycles, newest first, scaled by 10^8. */
  goldenRatios: readonly { cycle: number; ratio: bigint }[]
  /** The cycle from which a change would count in full; null when unknown. */
  nextCycle: number | null
}

/** Past golden ratios that are marked: enough to show how it moves without crowding the curve. */
const PAST = 5

/** Stack more, hold more or less, another golden ratio: what would change. */
export function WhatIfCard({
  now,
  whatIf,
  golden,
  explain,
  input,
  onChange,
  goldenRatios,
  nextCycle,
}: WhatIfCardProps) {
  const { t, f, rich } = useWords()
  const own = now.cycle
  const [more, setMore] = useState(own.ratio === null)
  const [why, setWhy] = useState(false)
  const id = useId()
  const changed =
    input.microStx !== undefined || input.sats !== undefined || input.goldenRatio !== undefined
  const shown = (changed && whatIf) || now
  const sats = input.sats ?? own.sats
  const most = shown.curve.at(-1)?.microStx ?? 0n
  const reach = shown.maximum?.microStx ?? null
  const past = goldenRatios
    .slice(0, PAST)
    .map(({ cycle, ratio }) => ({ cycle, microStx: (ratio * sats) / SCALE }))
    .filter(({ microStx }) => microStx > 0n && microStx <= most)
  return (
    <Card
      title={t('whatIf.title')}
      aside={
        reach !== null && (
          <small>
            {t('whatIf.maximumAt', { boost: f.boost(shown.maxBoost), stx: f.stx(reach, 'reach') })}
          </small>
        )
      }
    >
      {shown.cycle.ratio !== null && (
        <BoostCurve
          curve={shown.curve}
          maxBoost={shown.maxBoost}
          maximum={reach}
          past={past}
          you={own.ratio === null ? null : own}
          what={changed ? shown.cycle : null}
        />
      )}
      {past.length > 0 && (
        <p class="legend">
          <span class="band-key" aria-hidden="true" />{' '}
          {t('whatIf.past', { count: past.length, boost: f.boost(shown.maxBoost) })}
        </p>
      )}
      <Lever
        label={t('whatIf.stx')}
        unit="STX"
        decimals={6}
        value={input.microStx ?? own.microStx}
        most={most}
        show={(value) => f.stxNumber(value)}
        onChange={(microStx) => onChange({ ...input, microStx })}
      />
      <div id={id} hidden={!more}>
        {more && (
          <>
            <Lever
              label={t('whatIf.sbtc')}
              unit="sBTC"
              decimals={8}
              tone="amber"
              value={sats}
              most={own.sats > 0n ? own.sats * 3n : SCALE}
              show={(value) => f.decimal(value, 8)}
              onChange={(next) => onChange({ ...input, sats: next })}
            />
            <Lever
              label={t('whatIf.golden')}
              unit={t('unit.ratio')}
              decimals={6}
              tone="ink"
              value={input.goldenRatio ?? golden.ratio}
              most={golden.ratio * 2n}
              show={(value) => f.ratio(value)}
              onChange={(next) => onChange({ ...input, goldenRatio: next })}
            />
          </>
        )}
      </div>
      <div class="lever-foot">
        <p class="effect" role="status">
          {effect()}
        </p>
        <button
          type="button"
          class="link"
          aria-expanded={more}
          aria-controls={id}
          onClick={() => setMore(!more)}
        >
          {more ? t('whatIf.less') : t('whatIf.more')}
        </button>
        {changed && (
          <button
            type="button"
            class="link"
            aria-expanded={why}
            aria-controls={`${id}w`}
            onClick={() => setWhy(!why)}
          >
            {t('whatIf.why')}
          </button>
        )}
        {changed && (
          <button type="button" class="link" onClick={() => onChange({})}>
            <Icon name="refresh" />
            {t('whatIf.reset')}
          </button>
        )}
      </div>
      {why && changed && whatIf && explain(whatIf) && (
        <div class="reason-box" id={`${id}w`}>
          <FigureExplanation question="boost" explained={explain(whatIf)!} />
          <FigureExplanation question="payment" explained={explain(whatIf)!} />
        </div>
      )}
      <NextStep projection={shown} explained={explain(shown)} />
    </Card>
  )

  function effect(): ComponentChildren {
    if (shown.cycle.ratio === null) return t('whatIf.noSbtc')
    if (!changed) return t('whatIf.invite')
    if (!whatIf) return '…'
    const boost = <b>{f.boost(whatIf.cycle.boost)}</b>
    if (whatIf.cycle.rewardSats === null || own.rewardSats === null) return boost
    const change = whatIf.cycle.rewardSats - own.rewardSats
    if (change === 0n) return rich('whatIf.same', { boost })
    const amount = <b class="amber">{f.sats(change, 'change')}</b>
    return nextCycle === null
      ? rich('whatIf.effect', { boost, change: amount })
      : rich('whatIf.effectFrom', { boost, change: amount, cycle: f.integer(nextCycle) })
  }
}

import { useEffect } from 'preact/hooks'
import { heldPositionOf, isOver } from '../../../app/bitcoin-staking/held-position.ts'
import type { StakingCommands } from '../../../app/bitcoin-staking/staking-commands.ts'
import {
  managerReadingOf,
  reasonOfUnknownFigures,
} from '../../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import {
  firstTried,
  triedProblem,
  type TriedStake,
} from '../../../app/bitcoin-staking/tried-stake.ts'
import { SIGNER_SET_MIN_MICRO_STX } from '../../../protocol/bitcoin-staking/constants.ts'
import type { StakeProjection } from '../../../protocol/bitcoin-staking/projection/project-stake.ts'
import type { StakingAnswer } from '../../../protocol/bitcoin-staking/projection/project-staking.ts'
import { StakeCurve } from '../../charts/stake-curve.tsx'
import { useStakingFigures } from '../../hooks/use-staking-figures.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Callout } from '../../parts/callout.tsx'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Lever } from '../../parts/lever.tsx'
import { Select } from '../../parts/select.tsx'
import { Unknown } from '../../parts/unknown.tsx'
import { managerLabel } from '../manager-label.ts'
import { shareOfBips, timeOfHeight } from '../staking-times.ts'
import { StakeAssumptions } from './stake-assumptions.tsx'
import { StakeFigures } from './stake-figures.tsx'

const MOST_CYCLES = 96n

interface WhatIfProps {
  state: StakingState
  commands: Pick<StakingCommands, 'project' | 'readManager'>
  now: number
  /** MicroSTX that are tried first without a stake. */
  microStx: bigint
  /** What was changed of the first try; kept by who shows the card. */
  input: Partial<TriedStake>
  onChange: (input: Partial<TriedStake>) => void
  /** Goes to the form with what is tried; absent: nothing can be signed here. */
  onStake?: ((tried: TriedStake) => void) | undefined
  /** Shows all managers, for the STX that are tried. */
  onManagers: (microStx: bigint) => void
}

/** More STX, more cycles, another manager: what a stake would be expected to pay, and why. */
export function StakeWhatIfCard(props: WhatIfProps) {
  const { state, commands, now, input, onChange } = props
  const { t, f } = useWords()
  const held = heldPositionOf(state.programme, state.holder)
  const stake = held?.kind === 'stake' && !isOver(held) ? held : null
  const first = firstTried(held, props.microStx)
  const tried: TriedStake = { ...first, ...input }
  const { manager } = tried
  const { answer, canAsk, failed } = useStakingFigures(commands.project, state, {
    microStx: tried.microStx,
    cycles: tried.cycles > 0n ? tried.cycles : 1n,
    ...(manager !== null && { manager }),
  })
  const reading = managerReadingOf(state, manager)
  useEffect(() => {
    if (manager !== null && reading === null) void commands.readManager(manager)
  }, [manager, reading === null])
  if (!canAsk || failed || !state.programme)
    return (
      <Card title={t('staking.whatIf')} aside={<Unknown reason={reasonOfUnknownFigures(state)} />}>
        {null}
      </Card>
    )
  const { burnHeight } = state.programme
  const at = { burnHeight, now }
  const changed = Object.keys(input).length > 0
  const problem = triedProblem(held, tried)
  const listed = [...new Set([...(manager ? [manager] : []), ...(state.managers.registered ?? [])])]
  return (
    <Card
      title={t('staking.whatIf')}
      aside={
        changed && (
          <button type="button" class="link" onClick={() => onChange({})}>
            <Icon name="refresh" />
            {t('whatIf.reset')}
          </button>
        )
      }
    >
      {answer && <Curve answer={answer} tried={changed || !stake ? tried.microStx : null} />}
      <Lever
        label={t('staking.whatIf.stx')}
        unit="STX"
        decimals={6}
        value={tried.microStx}
        most={answer?.curves[0]?.points.at(-1)?.microStx ?? tried.microStx}
        show={(value) => f.stxNumber(value)}
        onChange={(microStx) => onChange({ ...input, microStx })}
      />
      <Lever
        label={t('staking.whatIf.cycles')}
        unit={t('staking.whatIf.cycles.unit')}
        decimals={0}
        tone="ink"
        value={tried.cycles}
        most={MOST_CYCLES}
        show={(value) => f.integer(value)}
        onChange={(cycles) =>
          onChange({ ...input, cycles: cycles > MOST_CYCLES ? MOST_CYCLES : cycles })
        }
      />
      <Select
        label={t('staking.form.manager')}
        value={manager ?? ''}
        options={[
          ...(stake ? [] : [{ value: '', label: t('staking.whatIf.anyManager') }]),
          ...listed.map((each) => ({ value: each, label: managerLabel(each) })),
        ]}
        onChange={(chosen) => onChange({ ...input, manager: chosen === '' ? null : chosen })}
        hint={
          <button type="button" class="link" onClick={() => props.onManagers(tried.microStx)}>
            {t('staking.managers.open')}
          </button>
        }
      />
      {answer ? (
        <>
          <p class="effect" role="status">
            {effect(answer)}
          </p>
          <StakeFigures
            of={answer.plan}
            cycles={tried.cycles}
            fee={feeText(answer.plan)}
            day={day}
          />
          {warning(answer.plan)}
          <StakeAssumptions of={answer.plan.assumptions} {...at} />
        </>
      ) : (
        <p class="note" role="status">
          {t('staking.whatIf.calculating')}
        </p>
      )}
      {problem && <p class="note">{t(`staking.whatIf.${problem}`)}</p>}
      {props.onStake && (!stake || changed) && (
        <div class="form-actions">
          <Button
            kind="primary"
            disabled={problem !== null || tried.cycles === 0n}
            onClick={() => props.onStake?.(tried)}
          >
            {t(stake ? 'staking.whatIf.change' : 'staking.whatIf.stake')}
          </Button>
        </div>
      )}
    </Card>
  )

  /** What it changes, and from when on. */
  function effect({ plan, changeSats }: StakingAnswer): string {
    const { dates } = plan
    const start = { cycle: f.integer(dates.firstCycle), date: day(dates.startHeight) }
    if (!stake) return t('staking.whatIf.starts', { ...start, claim: day(dates.firstClaimHeight) })
    if (!changed) return t('staking.whatIf.invite')
    return changeSats === null
      ? t('staking.whatIf.from', start)
      : t('staking.whatIf.changes', { ...start, change: f.sats(changeSats.middle, 'change') })
  }

  function day(height: bigint): string {
    return f.day(timeOfHeight(height, burnHeight, now), now)
  }

  /** A stake with a manager that is too small earns nothing [bitcoin-staking 11.8]. */
  function warning({ shares }: StakeProjection) {
    if (shares.missingMicroStx === 0n) return null
    return (
      <Callout tone="bad">
        {t('staking.whatIf.below', {
          stx: f.stx(SIGNER_SET_MIN_MICRO_STX),
          missing: f.stx(shares.missingMicroStx, 'reach'),
        })}
      </Callout>
    )
  }

  function feeText({ assumptions }: StakeProjection): string {
    if (manager === null) return t('staking.whatIf.fee.none')
    if (reading === null) return t('staking.form.manager.reading')
    const fee = assumptions.find(({ code }) => code === 'fee')
    return fee?.code === 'fee' && fee.bips !== null
      ? t('staking.whatIf.fee', { fee: f.percent(shareOfBips(fee.bips)) })
      : t('staking.form.code.unknown')
  }
}

/** The curve with the stake that earns and the one that is tried. */
function Curve({ answer, tried }: { answer: StakingAnswer; tried: bigint | null }) {
  const points = answer.curves[0]?.points ?? []
  const now = answer.present?.rewards?.middle.cycle.netSats ?? null
  const shares = answer.present?.shares.microStx ?? 0n
  const then = answer.plan.rewards?.middle.cycle.netSats ?? null
  return (
    <StakeCurve
      points={points}
      you={now === null || shares === 0n ? null : { microStx: shares, sats: now }}
      what={tried === null || then === null ? null : { microStx: tried, sats: then }}
    />
  )
}

import type { ComponentChildren } from 'preact'
import type { Claimables } from '../../app/bitcoin-staking/claimables.ts'
import { isOver, type HeldPosition } from '../../app/bitcoin-staking/held-position.ts'
import { reasonOfUnknownFigures } from '../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { ByIncome } from '../../protocol/bitcoin-staking/projection/by-income.ts'
import type { StakingAnswer } from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import { useWords } from '../hooks/use-words.ts'
import { Unknown } from '../parts/unknown.tsx'

/** Expected net sats of a cycle, or of a year. */
type Range = ByIncome<bigint | null> | null

interface HeroProps {
  state: StakingState
  claims: Claimables | null
  held: HeldPosition | null | undefined
  /** What the position, or what is tried without one, is expected to pay. */
  answer: StakingAnswer | null
  /** Sats that a part in a bond is to get per cycle; null: it is none. */
  bondSats: bigint | null
  /** MicroSTX that the figures are for. */
  microStx: bigint
  /** Whether nothing can be computed: not enough is known. */
  isUnknown: boolean
  status: ComponentChildren
  /** What was earned so far. */
  earned: ComponentChildren
}

/** The one number that matters: what can be claimed now, or else what the cycle is to pay. */
export function StakingHero({
  state,
  claims,
  held,
  answer,
  bondSats,
  microStx,
  isUnknown,
  status,
  earned,
}: HeroProps) {
  const { t, f } = useWords()
  const { programme } = state
  const cycle = programme?.cycle.known ? programme.cycle.value.id : null
  const ready = claims?.rows.filter(({ grossSats }) => grossSats > 0n) ?? []
  const range = cycleRange(answer)
  const isHeld = Boolean(held && !isOver(held))
  const showsRange = bondSats === null && (isHeld || ready.length === 0)
  return (
    <section class="hero" aria-label={t('staking.title')}>
      <div class="hero-boost">{ready.length > 0 ? claimable(claims!) : expected()}</div>
      <dl class={ready.length > 0 ? 'below' : undefined}>
        {ready.length > 0 && held && !isOver(held) && (
          <div>
            <dt>{t('staking.hero.next')}</dt>
            <dd class="amber">{bondSats === null ? about(range) : f.sats(bondSats, 'about')}</dd>
          </div>
        )}
        {bondSats === null && (
          <div>
            <dt>{t('staking.hero.rate')}</dt>
            <dd>{rate()}</dd>
          </div>
        )}
      </dl>
      {status}
      {showsRange && (range?.low ?? null) !== null && (range?.high ?? null) !== null && (
        <p class="hero-range muted">
          {t('staking.hero.range', {
            low: f.sats(range!.low!, 'about'),
            high: f.sats(range!.high!, 'about'),
            count: calculationsOf(answer!),
          })}
        </p>
      )}
      {earned}
    </section>
  )

  function claimable({ readySats, waitingSats }: Claimables): ComponentChildren {
    const gross = ready.reduce((sum, { grossSats }) => sum + grossSats, 0n)
    return (
      <>
        <p class="boost sum">
          <span class="big">{f.sats(readySats ?? gross)}</span>
        </p>
        <p class="muted">
          {t(readySats === null ? 'staking.hero.claimable.unknown' : 'staking.hero.claimable')}
          {waitingSats > 0n &&
            ` ${t('staking.hero.waiting', { amount: f.sats(waitingSats, 'about') })}`}
        </p>
      </>
    )
  }

  function expected(): ComponentChildren {
    return (
      <>
        <p class="boost sum">
          <span class={held && !isOver(held) ? 'big' : 'big maybe'}>
            {bondSats === null ? about(range) : f.sats(bondSats, 'about')}
          </span>
        </p>
        <p class="muted">{label()}</p>
      </>
    )
  }

  function label(): string {
    if (bondSats !== null)
      return t('staking.hero.target', { cycle: cycle === null ? '—' : f.integer(cycle) })
    if (held && !isOver(held)) {
      const counted = held.state === 'pending' ? held.firstCycle : cycle
      return t('staking.hero.cycle', { cycle: counted === null ? '—' : f.integer(counted) })
    }
    return t('staking.hero.maybe.fee', { stx: f.stx(microStx) })
  }

  function about(of: Range): ComponentChildren {
    if (isUnknown) return <Unknown reason={reasonOfUnknownFigures(state)} />
    if (answer === null) return <span class="skeleton" aria-label={t('staking.loading')} />
    if ((of?.middle ?? null) === null) return <Unknown reason="not-offered" />
    return t('about', { amount: f.sats(of!.middle!, 'about') })
  }

  /** Sats of a year on 1,000 STX. */
  function rate(): ComponentChildren {
    const net = answer?.plan.rewards?.middle.year.netSats ?? null
    if (isUnknown) return <Unknown reason={reasonOfUnknownFigures(state)} />
    if (answer === null) return <span class="skeleton" aria-label={t('staking.loading')} />
    if (net === null || microStx === 0n) return <Unknown reason="not-offered" />
    return f.sats((net * THOUSAND_STX) / microStx, 'about')
  }
}

const THOUSAND_STX = 1_000_000_000n

function cycleRange(answer: StakingAnswer | null): Range {
  const rewards = answer?.plan.rewards
  if (!rewards) return null
  const { low, middle, high } = rewards
  return { low: low.cycle.netSats, middle: middle.cycle.netSats, high: high.cycle.netSats }
}

function calculationsOf({ plan }: StakingAnswer): number {
  const income = plan.assumptions.find(({ code }) => code === 'income')
  return income?.code === 'income' ? income.calculations : 0
}

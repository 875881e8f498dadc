import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { UnknownReason } from '../../chain/known.ts'
import { MS_PER_BLOCK } from '../../words/format/time.ts'
import { useScreens } from '../hooks/use-screens.ts'
import { useWords } from '../hooks/use-words.ts'
import { Unknown } from '../parts/unknown.tsx'
import type { Explanation } from './explain-projection.ts'

type Question = 'boost' | 'payment' | 'rate'

interface HeroProps {
  explained: Explanation | null
  /** Why there are no figures; null when there are. */
  missing: UnknownReason
  /**
   * Which payment it is: the next, the first, the last, or none because the address is not
   * enrolled.
   */
  which: 'next' | 'first' | 'last' | 'maybe'
  /** Blocks to that payment; null when unknown. */
  blocks: number | null
  status: ComponentChildren
  /** What was earned so far. */
  earned: ComponentChildren
  now: number
  /** The address is being read for the first time. */
  first?: boolean
  /** The largest boost, scaled by 10^8, where it is all that is known; null: it is not. */
  most?: bigint | null
  /** The least and the largest yearly rate then, scaled by 10^8; null: not known. */
  rates?: { low: bigint; high: bigint } | null
}

/** The expected reward, its payment and the rate; each opens its formula. */
export function Hero({
  explained,
  missing,
  which,
  blocks,
  status,
  earned,
  now,
  first = false,
  most = null,
  rates = null,
}: HeroProps) {
  const { t, f } = useWords()
  const screens = useScreens()
  const [open, setOpen] = useState<Question | null>(null)
  const id = useId()
  const ask = (question: Question) => ({
    type: 'button' as const,
    'aria-expanded': open === question,
    'aria-controls': id,
    onClick: () => setOpen(open === question ? null : question),
  })
  const figures = explained?.projection
  const noBoost = !figures || figures.cycle.ratio === null
  return (
    <section class="hero" aria-label={t('hero.label')}>
      <div class="hero-boost">
        <p class={which === 'maybe' ? 'boost maybe' : 'boost'}>
          {noBoost ? unknownBoost() : f.boostNumber(figures.cycle.boost)}
          {figures && !noBoost && (
            <small>{t('hero.of', { most: f.boost(figures.maxBoost) })}</small>
          )}
        </p>
        {figures?.assumptions.some(({ code }) => code === 'estimate-by-v2-rules') && (
          <p class="muted">{t('hero.estimate')}</p>
        )}
        {figures && (
          <button class="why" {...ask('boost')}>
            {which === 'maybe' ? t('hero.whyMaybe') : t('hero.why')}
          </button>
        )}
      </div>
      <dl>
        <div>
          <dt>{t(`hero.payment.${which}`)}</dt>
          <dd class="amber next">{explained ? amount(explained) : unread()}</dd>
          {blocks !== null && blocks > 0 && (
            <dd class="when">
              {t('hero.around', { day: f.day(now + blocks * MS_PER_BLOCK, now) })}
            </dd>
          )}
        </div>
        <div>
          <dt>{t('hero.rate')}</dt>
          <dd>{explained ? rate(explained) : unknownRate()}</dd>
        </div>
      </dl>
      {status}
      {earned}
      <div id={id} class="reason-box" hidden={open === null}>
        {open && explained && screens && (
          <screens.FigureExplanation question={open} explained={explained} heading="h2" />
        )}
        {open === 'payment' && blocks !== null && blocks > 0 && (
          <p class="formula">
            {t('hero.in', { blocks: t('blocks', { count: blocks }), time: f.blockTime(blocks) })}
          </p>
        )}
      </div>
    </section>
  )

  /** In the place of a figure: the same room while it is read, or else why it is unknown. */
  function unread(): ComponentChildren {
    return first ? <span class="skeleton" /> : <Unknown reason={missing} />
  }

  function unknownBoost(): ComponentChildren {
    if (first) return <span class="skeleton" />
    if (most === null || figures) return <span class="none">—</span>
    return <span class="range">{t('hero.range', { most: f.boost(most) })}</span>
  }

  function unknownRate(): ComponentChildren {
    if (first || rates === null) return unread()
    return t('hero.rates', { low: f.percent(rates.low), high: f.percent(rates.high) })
  }

  function amount({
    projection,
    payment: { rewardSats, fullPool, sats, defiSats },
    unknown,
  }: Explanation): ComponentChildren {
    if (sats + defiSats === 0n && projection.thisCycle === null)
      return <span class="muted">{t('why.noSbtc')}</span>
    const value = rewardSats ?? fullPool?.rewardSats
    if (value === undefined) return <Unknown reason={unknown} />
    const about = f.sats(value, 'about')
    return (
      <button class="ask" {...ask('payment')}>
        {rewardSats === null ? t('upTo', { amount: about }) : t('about', { amount: about })}
      </button>
    )
  }

  function rate({ projection: { cycle }, unknown }: Explanation): ComponentChildren {
    if (cycle.sats + cycle.defiSats === 0n) return <span class="muted">—</span>
    const value = cycle.yearlyRate ?? cycle.fullPool?.yearlyRate ?? null
    if (value === null) return <Unknown reason={unknown} />
    return (
      <button class="ask" {...ask('rate')}>
        {cycle.yearlyRate === null ? t('upTo', { amount: f.percent(value) }) : f.percent(value)}
      </button>
    )
  }
}

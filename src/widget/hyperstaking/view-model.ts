import type { PoolEstimate, PoolQuestion } from './estimate-pool.ts'
import type { PoolFigures } from './figures.ts'
import type { PoolViewModel } from './view.ts'
import type { PoolWords } from './words.ts'

const SECONDS_PER_BLOCK = 10

interface PoolViewInput {
  question: PoolQuestion
  /** Undefined: the question cannot be calculated with. */
  answer: PoolEstimate | undefined
  /** Undefined: not read from a network. */
  read: PoolFigures | undefined
}

/** Everything the view shows for an answer. */
export function buildPoolViewModel(
  { t, f }: PoolWords,
  { question: { lux, days, prospect }, answer, read }: PoolViewInput,
  rest: Pick<PoolViewModel, 'problems' | 'say' | 'loading'>,
): PoolViewModel {
  const { reward, low, high, apr, apy, maturity } = answer ?? {}
  const { othersActive } = prospect.network
  const inPool = prospect.keys.reduce((sum, key) => sum + (key?.value ?? 0n), 0n)
  return {
    ...rest,
    title: read ? t('titleOf', { pool: read.name }) : t('title'),
    reward: reward === undefined ? null : f.dusk(reward, true),
    unit: t('inDays', { days: String(days) }),
    rate: apr === undefined ? t('unknown') : f.percent(apr),
    apy: apy === undefined ? t('unknown') : f.percent(apy),
    hint: [
      lux === 0n && !rest.problems.dusk && t('none'),
      low !== undefined &&
        high !== undefined &&
        `${t('range', { low: f.dusk(low, true), high: f.dusk(high, true) })}.`,
      answer && waiting(),
    ]
      .filter(Boolean)
      .join(' '),
    warning: [read?.callsOpen === false && t('closed'), read?.differs && t('differs')]
      .filter(Boolean)
      .join(' '),
    facts: read ? factsOf(read) : [],
    source: [
      t('assumed', {
        active: f.dusk(othersActive + inPool, true),
        pool: f.dusk(inPool, true),
        fee: f.percent(prospect.rewardFee),
      }),
      [
        read?.old &&
          t('stale', {
            time: new Date(read.old).toLocaleString(f.locale, {
              dateStyle: 'medium',
              timeStyle: 'short',
            }),
          }),
        read && t('readAt', { height: String(read.height) }),
        read?.prospect?.fees === 'published' && t('published'),
        t('estimate'),
      ]
        .filter(Boolean)
        .join(', '),
    ],
    asksActive: !read?.prospect,
    canLoad: !read?.prospect || read.old !== undefined,
  }

  function waiting(): string {
    if (maturity === null || maturity === undefined) return t('earnsLater')
    return maturity === 0n
      ? t('earnsNow')
      : t('earnsIn', { hours: String(Math.ceil((Number(maturity) * SECONDS_PER_BLOCK) / 3600)) })
  }

  function factsOf({ position, share, locked, paused }: PoolFigures): [string, string][] {
    const amount = (lux: bigint) => `${f.dusk(lux, true)} DUSK`
    return [
      ...(position === null
        ? []
        : [[t('position'), `${f.dusk(position)} DUSK`] as [string, string]]),
      [t('share'), share === null ? t('unknown') : amount(share)],
      [t('locked'), locked === null ? t('unknown') : amount(locked)],
      ...(paused === null
        ? []
        : [[t('deposits'), t(paused ? 'paused' : 'openPool')] as [string, string]]),
    ]
  }
}

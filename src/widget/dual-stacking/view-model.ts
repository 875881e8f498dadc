import type { BoostEstimate, BoostQuestion } from './estimate-boost.ts'
import type { BoostViewModel } from './view.ts'
import type { BoostWords } from './words.ts'

/**
 * Everything the view shows for an answer; undefined: the input cannot be computed with. `own`: the
 * contract of a programme of anyone's own, which is named first.
 */
export function buildBoostViewModel(
  words: BoostWords,
  question: BoostQuestion,
  answer: BoostEstimate | undefined,
  {
    own,
    isExample,
    ...rest
  }: Pick<BoostViewModel, 'problems' | 'say' | 'loading' | 'askGolden'> & {
    own: string[]
    isExample: boolean
  },
): BoostViewModel {
  const { t, f } = words
  const { figures } = question
  const { boost, rewardSats, yearlyRate, nextHalf, maximum, limit } = answer ?? {}
  const unknown = t('unknown')
  const level =
    boost === undefined
      ? 0
      : Number(boost - 100_000_000n) / Number(figures.multiplier * 100_000_000n)
  return {
    ...rest,
    boost: boost === undefined ? null : f.boostNumber(boost),
    reward: rewardSats === undefined ? unknown : f.sats(rewardSats, 'about'),
    rate: yearlyRate === undefined ? unknown : f.percent(yearlyRate),
    level,
    levelText:
      boost === undefined
        ? ''
        : `${f.boost(boost)} / ${f.boost((figures.multiplier + 1n) * 100_000_000n)}`,
    hint: hint(),
    source: [...own, ...source()],
    noGolden: isExample || (figures.life !== 'ended' && figures.goldenRatio === undefined),
  }

  function hint(): [string, string] {
    if (figures.life === 'ended') return ['', '']
    if (figures.goldenRatio === undefined) return ['', `${t('noGolden')} `]
    if (isExample) return [t('example'), ` ${t('noGolden')} `]
    if (answer === undefined) return ['', '']
    if (question.sats === 0n) return ['', t('noSats')]
    if (!maximum) return ['', t('reached')]
    const most = t('most', { boost: f.boost(maximum.boost), stx: f.stx(maximum.microStx, 'reach') })
    if (!nextHalf) return ['', most]
    const stx = `+${f.stx(nextHalf.addMicroStx, 'need').replace(/^\+/, '')}`
    const text = t('next', { stx })
    const after = text.startsWith(stx) ? text.slice(stx.length) : null
    return after === null ? ['', `${text} · ${most}`] : [stx, `${after} · ${most}`]
  }

  function source(): string[] {
    if (figures.life === 'ended') return [t('ended'), ...readWhen()]
    const closed = figures.life === 'closed' ? [t('closed')] : []
    if (figures.goldenRatio === undefined) return closed
    const lines = [
      ...closed,
      figures.cycle === undefined
        ? t(isExample ? 'example' : 'goldenGiven')
        : t('goldenOf', { cycle: String(figures.cycle) }),
    ]
    const estimate = figures.family === 'v3' ? t('estimateV2') : t('estimate')
    if (limit === undefined) lines.push(`${estimate}, ${t('fullPool')}`)
    else lines.push(limit === 'pool' ? `${estimate}, ${t('limitPool')}` : estimate)
    return [...lines, ...readWhen()]
  }

  function readWhen(): string[] {
    if (figures.readAt === undefined) return []
    return [t(figures.stale ? 'stale' : 'asOf', { time: f.dayAndTime(figures.readAt) })]
  }
}

import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskNotice } from '../../app/hyperstaking/dusk-notice.ts'
import type { DuskState } from '../../app/hyperstaking/dusk-state.ts'
import type { PoolEventPlace, SlashWatch } from '../../app/hyperstaking/pool-watch.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'

/** Rewards and problems of the holder's pools, newest first, and what of them is not known. */
export function DuskNewsCard({
  notices,
  places,
  watches,
}: Pick<DuskState, 'notices' | 'places' | 'watches'>) {
  const { t } = useWords()
  const unread = places.filter((place) => place.unread !== null)
  return (
    <Card title={t('hyper.news')}>
      {unread.map((place) => (
        <UnreadEvents key={place.pool.id} place={place} />
      ))}
      {watches.map((watch) => (
        <Watched key={watch.pool.id} watch={watch} />
      ))}
      {notices.length === 0 && unread.length === 0 && watches.length === 0 && (
        <p class="muted">{t('hyper.news.none')}</p>
      )}
      {notices.length > 0 && (
        <ul class="rows">
          {notices.map((notice) => (
            <Row key={notice.key} notice={notice} />
          ))}
        </ul>
      )}
    </Card>
  )
}

const OWN: ReadonlySet<DuskNotice['kind']> = new Set(['reward', 'earned', 'below'])

function Row({ notice: { kind, pool, lux, height } }: { notice: DuskNotice }) {
  const { t, f } = useWords()
  const amount = lux === null ? '' : duskAmount(f, lux, 'about')
  return (
    <li class="row">
      <span>
        {kind === 'calls-open' || kind === 'calls-closed'
          ? t(`hyper.news.${kind}`)
          : t(`hyper.news.${kind}`, { pool: pool?.name ?? '' })}
      </span>
      {lux !== null && (
        <b class={kind === 'reward' || kind === 'earned' ? 'amber' : 'bad'}>
          {t(OWN.has(kind) ? 'hyper.news.reward.own' : 'hyper.news.slash.lux', { amount })}
        </b>
      )}
      <span class="aside">{t('hyper.news.block', { height: f.integer(height) })}</span>
    </li>
  )
}

/** No news are good news only where they could be read. */
function UnreadEvents({ place: { pool, height, unread } }: { place: PoolEventPlace }) {
  const { t, f } = useWords()
  if (!unread) return null
  return (
    <p class="muted">
      {unread.reason === 'not-offered'
        ? t('hyper.news.unread.archive', { pool: pool.name })
        : t('hyper.news.unread.other', {
            pool: pool.name,
            height: f.integer(height),
            reason: t(`unknown.${unread.reason}`),
          })}
    </p>
  )
}

function Watched({ watch: { pool, from, next, until, unread } }: { watch: SlashWatch }) {
  const { t, f } = useWords()
  const blocks = { pool: pool.name, from: f.integer(from), until: f.integer(until) }
  const left = f.integer(until - next + 1n)
  if (!unread) return <p class="muted">{t('hyper.news.watch', { ...blocks, left })}</p>
  const reason =
    unread.reason === 'not-offered' ? t('hyper.news.archive') : t(`unknown.${unread.reason}`)
  return <p class="muted">{t('hyper.news.watch.unknown', { ...blocks, reason })}</p>
}

import { useState } from 'preact/hooks'
import { duskAmount, duskBlocksToMs } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskReading } from '../../app/hyperstaking/dusk-reading.ts'
import { summarizePoolHealth } from '../../app/hyperstaking/health-summary.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { countFaults, sumLocked, sumStake } from '../../app/hyperstaking/pool-sums.ts'
import { known, unknown, type Known } from '../../chain/known.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { KnownValue } from '../parts/known-value.tsx'
import { Term } from '../parts/term.tsx'
import { PoolHealthLine } from './pool-health-line.tsx'

interface PoolHealthProps {
  pool: PoolSummary
  reading: DuskReading
}

/** Whether a pool earns and what may delay its holders, in a line; every figure behind it. */
export function PoolHealthCard({ pool, reading }: PoolHealthProps) {
  const { t, f } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Card
      title={t('hyper.health')}
      aside={t('hyper.epoch', {
        blocks: t('blocks', { count: Number(reading.nextEpoch - reading.height) }),
        time: f.duration(duskBlocksToMs(reading.nextEpoch - reading.height)),
      })}
    >
      <PoolHealthLine health={summarizePoolHealth(pool, reading)} />
      <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('hyper.health.all')}</summary>
        {open && <HealthFigures pool={pool} reading={reading} />}
      </details>
    </Card>
  )
}

function HealthFigures({ pool, reading }: PoolHealthProps) {
  const { t, f } = useWords()
  const { keys, rate, fees, published } = pool
  const maturing = keys.known ? keys.value.filter(({ state }) => state === 'maturing') : []
  const until = maturing.reduce(
    (latest, { eligibility }) =>
      eligibility !== null && eligibility > latest ? eligibility : latest,
    0n,
  )
  return (
    <dl class="facts">
      <div>
        <dt>
          <Term of="exchangeRate">{t('hyper.health.rate')}</Term>
        </dt>
        <dd>
          <KnownValue of={luxPerShare(rate)}>{(lux) => duskAmount(f, lux)}</KnownValue>
        </dd>
      </div>
      <div>
        <dt>{t('hyper.health.active')}</dt>
        <dd>
          <KnownValue of={keys}>
            {(all) => duskAmount(f, sumStake(all, 'active'), 'about')}
          </KnownValue>
        </dd>
      </div>
      <div>
        <dt>
          <Term of="maturing">{t('hyper.health.maturing')}</Term>
        </dt>
        <dd>
          <KnownValue of={keys}>
            {() => {
              const amount = duskAmount(f, sumStake(maturing, 'maturing'), 'about')
              return maturing.length > 0
                ? t('hyper.health.maturing.value', { amount, height: f.integer(until) })
                : amount
            }}
          </KnownValue>
        </dd>
      </div>
      <div>
        <dt>{t('hyper.health.locked')}</dt>
        <dd>
          <KnownValue of={keys}>{(all) => duskAmount(f, sumLocked(all), 'about')}</KnownValue>
        </dd>
      </div>
      <div>
        <dt>{t('hyper.health.idle')}</dt>
        <dd>
          <KnownValue of={pool.idle}>{(lux) => duskAmount(f, lux, 'about')}</KnownValue>
        </dd>
      </div>
      <div>
        <dt>
          <Term of="faults">{t('hyper.health.faults')}</Term>
        </dt>
        <dd>
          <KnownValue of={keys}>
            {(all) =>
              t('hyper.health.faults.value', {
                faults: countFaults(all),
                hard: all.reduce((total, key) => total + key.hardFaults, 0),
              })
            }
          </KnownValue>
        </dd>
      </div>
      <div>
        <dt>{t('hyper.health.deposits')}</dt>
        <dd>
          <KnownValue of={pool.paused}>
            {(paused) => (
              <span class={paused ? 'bad' : 'good'}>
                {t(paused ? 'hyper.health.paused' : 'hyper.health.open')}
              </span>
            )}
          </KnownValue>
        </dd>
      </div>
      <div>
        <dt>{t('hyper.health.calls')}</dt>
        <dd>
          <KnownValue of={reading.callsOpen.known ? pool.open : reading.callsOpen}>
            {(open) => (
              <span class={open ? 'good' : 'bad'}>
                {t(open ? 'hyper.health.calls.open' : 'hyper.health.calls.closed')}
              </span>
            )}
          </KnownValue>
        </dd>
      </div>
      <div>
        <dt>{t('hyper.health.fees')}</dt>
        <dd>
          <KnownValue of={published ? known(published) : fees}>
            {({ deposit, reward }) =>
              t(published ? 'hyper.health.fees.published' : 'hyper.health.fees.value', {
                deposit: f.percent(deposit),
                reward: f.percent(reward),
              })
            }
          </KnownValue>
        </dd>
      </div>
      <div>
        <dt>{t('hyper.health.minimum')}</dt>
        <dd>
          <KnownValue of={published ? known(published) : fees}>
            {({ minimum }) =>
              published
                ? t('hyper.health.minimum.published', { amount: duskAmount(f, minimum) })
                : duskAmount(f, minimum)
            }
          </KnownValue>
        </dd>
      </div>
    </dl>
  )
}

function luxPerShare(rate: PoolSummary['rate']): Known<bigint> {
  if (!rate.known) return rate
  const { numerator, denominator } = rate.value
  return denominator > 0n
    ? known((numerator * 1_000_000_000n) / denominator)
    : unknown('not-offered')
}

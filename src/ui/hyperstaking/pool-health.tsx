import { duskAmount, duskTime } from '../../app/hyperstaking/amount.ts'
import { lockedOf, stakeOf } from '../../app/hyperstaking/pool-sums.ts'
import type { DuskReading, PoolView } from '../../app/hyperstaking/state.ts'
import { known, unknown } from '../../chain/known.ts'
import { useWords } from '../../words/words.ts'
import { Card } from '../parts/card.tsx'
import { Value } from '../parts/unknown.tsx'

/** Whether a pool earns, what may hold its holders up, and what its provisioners have done. */
export function PoolHealthCard({ pool, reading }: { pool: PoolView; reading: DuskReading }) {
  const { t, f } = useWords()
  const { keys, rate, fees } = pool
  const maturing = keys.known ? keys.value.filter(({ state }) => state === 'maturing') : []
  const until = maturing.reduce(
    (latest, { eligibility }) =>
      eligibility !== null && eligibility > latest ? eligibility : latest,
    0n,
  )
  return (
    <Card
      title={t('hyper.health')}
      aside={t('hyper.epoch', {
        blocks: t('blocks', { count: Number(reading.nextEpoch - reading.height) }),
        time: f.duration(duskTime(reading.nextEpoch - reading.height)),
      })}
    >
      <dl class="facts">
        <div>
          <dt>{t('hyper.health.rate')}</dt>
          <dd>
            <Value
              of={
                rate.known
                  ? rate.value.denominator > 0n
                    ? known((rate.value.numerator * 1_000_000_000n) / rate.value.denominator)
                    : unknown('not-offered')
                  : rate
              }
            >
              {(lux) => duskAmount(f, lux)}
            </Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.active')}</dt>
          <dd>
            <Value of={keys}>{(all) => duskAmount(f, stakeOf(all, 'active'), 'about')}</Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.maturing')}</dt>
          <dd>
            <Value of={keys}>
              {() => {
                const amount = duskAmount(f, stakeOf(maturing, 'maturing'), 'about')
                return maturing.length > 0
                  ? t('hyper.health.maturing.value', { amount, height: f.integer(until) })
                  : amount
              }}
            </Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.locked')}</dt>
          <dd>
            <Value of={keys}>{(all) => duskAmount(f, lockedOf(all), 'about')}</Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.idle')}</dt>
          <dd>
            <Value of={pool.idle}>{(lux) => duskAmount(f, lux, 'about')}</Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.faults')}</dt>
          <dd>
            <Value of={keys}>
              {(all) =>
                t('hyper.health.faults.value', {
                  faults: all.reduce((total, key) => total + key.faults, 0),
                  hard: all.reduce((total, key) => total + key.hardFaults, 0),
                })
              }
            </Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.deposits')}</dt>
          <dd>
            <Value of={pool.paused}>
              {(paused) => (
                <span class={paused ? 'bad' : 'good'}>
                  {t(paused ? 'hyper.health.paused' : 'hyper.health.open')}
                </span>
              )}
            </Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.calls')}</dt>
          <dd>
            <Value of={reading.callsOpen}>
              {(open) => (
                <span class={open ? 'good' : 'bad'}>
                  {t(open ? 'hyper.health.calls.open' : 'hyper.health.calls.closed')}
                </span>
              )}
            </Value>
          </dd>
        </div>
        <div>
          <dt>{t('hyper.health.fees')}</dt>
          <dd>
            <Value of={fees}>
              {({ deposit, reward }) =>
                t('hyper.health.fees.value', {
                  deposit: f.percent(deposit),
                  reward: f.percent(reward),
                })
              }
            </Value>
          </dd>
        </div>
      </dl>
    </Card>
  )
}

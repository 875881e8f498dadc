import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskState } from '../../app/hyperstaking/dusk-state.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { countFaults, sumHoldings, sumLocked, sumStake } from '../../app/hyperstaking/pool-sums.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { KnownValue } from '../parts/known-value.tsx'
import { HyperstakingView } from './hyperstaking-view.tsx'

/** Hyperstaking on a whole page: all pools side by side, and the selected one as in the tab. */
export function HyperstakingPage({
  state,
  commands,
}: {
  state: DuskState
  commands: DuskCommands
}) {
  const { reading } = state
  const chosen = reading?.pools.find(({ id }) => id === state.chosen) ?? reading?.pools[0]
  return (
    <div class="stack">
      {reading && (
        <PoolTable pools={reading.pools} chosen={chosen?.id ?? null} commands={commands} />
      )}
      <div class="hyper-detail">
        <HyperstakingView state={state} commands={commands} isPart />
      </div>
    </div>
  )
}

function PoolTable({
  pools,
  chosen,
  commands,
}: {
  pools: readonly PoolSummary[]
  chosen: string | null
  commands: DuskCommands
}) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const about = (lux: bigint) => duskAmount(f, lux, 'about')
  return (
    <div class="table-scroll plain" role="region" aria-label={t('hyper.pools')} tabIndex={0}>
      <table class="hyper-pools">
        <caption class="sr">{t('hyper.pools')}</caption>
        <thead>
          <tr>
            {(
              [
                'hyper.pool',
                'hyper.design',
                'hyper.position',
                'hyper.health.deposits',
                'hyper.health.active',
                'hyper.health.maturing',
                'hyper.health.locked',
                'hyper.health.faults',
                'hyper.health.fees',
              ] as const
            ).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pools.map((pool) => (
            <tr key={pool.id} aria-current={pool.id === chosen ? 'true' : undefined}>
              <td>
                <button
                  type="button"
                  class="link"
                  aria-pressed={pool.id === chosen}
                  disabled={busy}
                  title={pool.id}
                  onClick={() => run(() => commands.choosePool(pool.id))}
                >
                  {pool.name}
                </button>
              </td>
              <td>
                <KnownValue of={pool.prospect}>
                  {({ policy, routing, fees }) =>
                    fees === 'published'
                      ? t('hyper.design.untold')
                      : `${t(`hyper.design.${policy}`)} · ${t(`hyper.design.${routing}`)}`
                  }
                </KnownValue>
              </td>
              <td>
                {pool.position && (
                  <KnownValue of={pool.position.value}>
                    {(lux) => duskAmount(f, lux, 'cents')}
                  </KnownValue>
                )}
              </td>
              <td>
                <KnownValue of={pool.paused}>
                  {(paused) => (
                    <span class={paused ? 'bad' : 'good'}>
                      {t(paused ? 'hyper.health.paused' : 'hyper.health.open')}
                    </span>
                  )}
                </KnownValue>
              </td>
              <td>
                <KnownValue of={pool.keys}>{(keys) => about(sumStake(keys, 'active'))}</KnownValue>
              </td>
              <td>
                <KnownValue of={pool.keys}>
                  {(keys) => about(sumStake(keys, 'maturing'))}
                </KnownValue>
              </td>
              <td>
                <KnownValue of={pool.keys}>{(keys) => about(sumLocked(keys))}</KnownValue>
              </td>
              <td>
                <KnownValue of={pool.keys}>{(keys) => f.integer(countFaults(keys))}</KnownValue>
              </td>
              <td>
                <KnownValue of={pool.prospect}>
                  {({ depositFee, rewardFee }) =>
                    `${f.percent(depositFee)} · ${f.percent(rewardFee, 0)}`
                  }
                </KnownValue>
              </td>
            </tr>
          ))}
        </tbody>
        {pools.some(({ position }) => position !== null) && (
          <tfoot>
            <tr>
              <td>{t('hyper.all.pools')}</td>
              <td />
              <td>
                <KnownValue of={sumHoldings(pools)}>
                  {(lux) => duskAmount(f, lux, 'cents')}
                </KnownValue>
              </td>
              <td colSpan={6} />
            </tr>
          </tfoot>
        )}
      </table>
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
    </div>
  )
}

import { useState } from 'preact/hooks'
import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskState } from '../../app/hyperstaking/dusk-state.ts'
import { callBlocker, depositBlocker } from '../../app/hyperstaking/pool-blockers.ts'
import { earnedInPool } from '../../app/hyperstaking/pool-earned.ts'
import type { PoolHistory } from '../../app/hyperstaking/pool-history.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { holdingIn, sharesIn } from '../../app/hyperstaking/pool-sums.ts'
import { toJson } from '../../chain/json.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { Card } from '../parts/card.tsx'
import { FullAddress } from '../parts/full-address.tsx'
import { KnownValue } from '../parts/known-value.tsx'
import { Select } from '../parts/select.tsx'
import { DuskActivity } from './dusk-activity.tsx'
import { DuskAlertsCard } from './dusk-alerts-card.tsx'
import { DuskConnectionCard } from './dusk-connection-card.tsx'
import { DuskNetworkFields } from './dusk-network-fields.tsx'
import { DuskNewsCard } from './dusk-news-card.tsx'
import { DuskWalletName } from './dusk-wallet-name.tsx'
import { PoolForm } from './pool-form.tsx'
import { PoolHealthCard } from './pool-health-card.tsx'
import { PoolHistoryCard } from './pool-history-card.tsx'
import { PoolOutlook } from './pool-outlook.tsx'
import { PoolTrouble } from './pool-trouble.tsx'
import { ReferralCard } from './referral-card.tsx'
import { usePoolRates } from './use-pool-rates.ts'

/** LUX for which a pool's outlook is shown when there is no position. */
const EXAMPLE = dusk(1000n)

const NO_POOLS: readonly PoolSummary[] = []

/** The Hyperstaking tab: one pool at a time. */
export function HyperstakingView({
  state,
  commands,
  isPart = false,
}: {
  state: DuskState
  commands: DuskCommands
  /** On a page that has a heading of its own, and no settings elsewhere. */
  isPart?: boolean
}) {
  const { t, f } = useWords()
  const [form, setForm] = useState<'deposit' | 'withdraw' | null>(null)
  const { busy, refusal, run } = useCommand()
  const { reading, account, connection } = state
  const rates = usePoolRates(reading?.pools ?? NO_POOLS, EXAMPLE, commands.project)
  const unreadable = isPart ? 'hyper.offline.page' : 'hyper.offline.never'
  const pool = reading
    ? (reading.pools.find(({ id }) => id === state.chosen) ?? reading.pools[0])
    : undefined
  if (form && pool && reading && account) {
    return (
      <PoolForm
        key={`${pool.id} ${form}`}
        kind={form}
        pool={pool}
        reading={reading}
        plan={state.plan}
        signer={account.address}
        commands={commands}
        onBack={() => setForm(null)}
      />
    )
  }
  const describe = ({ id, name, paused }: PoolSummary): string => {
    const rate = rates[id]
    return [
      rate === undefined ? name : t('hyper.pool.rate', { pool: name, rate: f.percent(rate, 1) }),
      paused.known && paused.value && t('hyper.health.deposits.paused'),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <div class="stack">
      {account && !isPart && <h1 class="sr">{t('tab.hyper')}</h1>}
      {connection && <DuskConnectionCard connection={connection} commands={commands} />}
      {state.problem && <Callout tone="bad">{t(reading ? 'hyper.offline' : unreadable)}</Callout>}
      {!reading && !state.problem && <Callout tone="wait">{t('hyper.loading')}</Callout>}
      {reading && <PoolTrouble reading={reading} pool={pool} />}
      {refusal && <Callout tone="bad">{refusal}</Callout>}
      <DuskActivity intents={state.intents} commands={commands} />
      {!account && (
        <Invitation
          heading={isPart ? 'h2' : 'h1'}
          onConnect={() => run(() => commands.connect())}
          disabled={busy || (connection !== null && connection.stage !== 'failed')}
        />
      )}
      {reading && pool && (
        <>
          <Select
            label={t('hyper.pool')}
            value={pool.id}
            options={reading.pools.map((each) => ({ value: each.id, label: describe(each) }))}
            onChange={(id) => run(() => commands.choosePool(id))}
            hint={
              <>
                <span class="pill wait">{t('hyper.thirdParty')}</span> {t('hyper.thirdParty.text')}
              </>
            }
          />
          {account && (
            <Position pool={pool} history={state.histories[pool.id]} height={reading.height} />
          )}
          {account && (
            <div class="form-actions">
              <Button
                kind="primary"
                disabled={busy || depositBlocker(reading, pool) !== null}
                onClick={() => setForm('deposit')}
              >
                {t('hyper.deposit')}
              </Button>
              <Button
                disabled={
                  busy ||
                  callBlocker(reading, pool) !== null ||
                  (pool.position?.value.known && pool.position.value.value === 0n)
                }
                onClick={() => setForm('withdraw')}
              >
                {t('hyper.withdraw')}
              </Button>
              {pool.position?.claimable.known && pool.position.claimable.value > 0n && (
                <Button
                  disabled={busy || callBlocker(reading, pool) !== null}
                  onClick={() =>
                    run(() =>
                      commands.submit(
                        pool.id,
                        'claim',
                        pool.position!.claimable.known ? pool.position!.claimable.value : 0n,
                        null,
                      ),
                    )
                  }
                >
                  {t('hyper.claim', {
                    amount: duskAmount(f, pool.position.claimable.value, 'about'),
                  })}
                </Button>
              )}
            </div>
          )}
          {account && depositBlocker(reading, pool) && (
            <p class="note">{t(`hyper.blocked.${depositBlocker(reading, pool)!}`)}</p>
          )}
          {account && pool.position?.claimable.known && pool.position.claimable.value > 0n && (
            <p class="note">
              {t('window.account')}: <FullAddress address={account.address} />
            </p>
          )}
          <Card title={t('hyper.expected')}>
            <KnownValue of={pool.prospect}>
              {(prospect) => (
                <PoolOutlook
                  pool={pool}
                  prospect={prospect}
                  position={holdingIn(pool)}
                  deposit={holdingIn(pool) > 0n ? 0n : EXAMPLE}
                  commands={commands}
                />
              )}
            </KnownValue>
          </Card>
          {account && pool.kind === 'referral' && (
            <ReferralCard
              pool={pool}
              account={account.address}
              page={state.page}
              settings={state.settings}
            />
          )}
          {account && (
            <DuskNewsCard notices={state.notices} places={state.places} watches={state.watches} />
          )}
          {account && state.histories[pool.id] && (
            <PoolHistoryCard
              pool={pool}
              history={state.histories[pool.id]!}
              height={reading.height}
            />
          )}
          <PoolHealthCard pool={pool} reading={reading} />
          {account && (
            <DuskAlertsCard
              key={JSON.stringify(toJson(state.settings.alerts))}
              alerts={state.settings.alerts}
              commands={commands}
            />
          )}
        </>
      )}
      {account && (
        <Card
          title={t('hyper.account')}
          aside={<DuskWalletName name={account.walletName} product={account.walletId} />}
        >
          <div class="row">
            <span class="mono" title={account.address}>
              {shortAddress(account.address)}
            </span>
            <Button kind="quiet" onClick={() => run(() => commands.disconnect())}>
              {t('hyper.disconnect')}
            </Button>
          </div>
          {account.others > 0 && (
            <p class="note">{t('hyper.account.others', { count: account.others })}</p>
          )}
          {reading?.balance && (
            <div class="row">
              <span>{t('hyper.balance')}</span>
              <b>
                <KnownValue of={reading.balance}>{(lux) => duskAmount(f, lux)}</KnownValue>
              </b>
            </div>
          )}
        </Card>
      )}
      {isPart && (
        <Card title={t('hyper.network')} aside={t(`hyper.network.${state.settings.network}`)}>
          <DuskNetworkFields
            key={`${state.settings.network} ${state.settings.base}`}
            settings={state.settings}
            save={commands.saveSettings}
          />
        </Card>
      )}
    </div>
  )
}

interface PositionProps {
  pool: PoolSummary
  history: PoolHistory | undefined
  height: bigint
}

/** What the account has in the pool, and what of it was earned. */
function Position({ pool, history, height }: PositionProps) {
  const { t, f } = useWords()
  const { position } = pool
  if (!position) return null
  const shares = sharesIn(pool)
  const earned = earnedInPool(history, pool, height)
  return (
    <section class="hero">
      <div class="hero-boost">
        <p class="boost sum">
          <span class="big">
            <KnownValue of={position.value}>
              {(lux) => <span title={duskAmount(f, lux)}>{duskAmount(f, lux, 'cents')}</span>}
            </KnownValue>
          </span>
        </p>
        <p class="muted">
          {position.value.known && position.value.value === 0n
            ? t('hyper.position.none')
            : t('hyper.position')}
        </p>
        {earned.known && earned.value > 0n && (
          <p class="good">
            {t('hyper.position.earned', { amount: duskAmount(f, earned.value, 'cents') })}
          </p>
        )}
        {pool.kind === 'sozu' && shares !== null && shares > 0n && (
          <p class="muted">{t('hyper.position.shares', { shares: f.decimal(shares, 9, 2) })}</p>
        )}
      </div>
    </section>
  )
}

interface InvitationProps {
  heading: 'h1' | 'h2'
  onConnect: () => void
  disabled: boolean
}

function Invitation({ heading: Heading, onConnect, disabled }: InvitationProps) {
  const { t } = useWords()
  return (
    <section class="welcome">
      <Heading>{t('hyper.title')}</Heading>
      <ol class="steps-3">
        <li>{t('hyper.step.connect')}</li>
        <li>{t('hyper.step.deposit')}</li>
        <li>{t('hyper.step.leave')}</li>
      </ol>
      <div class="form-actions">
        <Button kind="primary" disabled={disabled} onClick={onConnect}>
          {t('hyper.connect')}
        </Button>
      </div>
    </section>
  )
}

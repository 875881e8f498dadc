import { useState } from 'preact/hooks'
import { duskAmount } from '../../app/hyperstaking/amount.ts'
import { heldIn } from '../../app/hyperstaking/pool-sums.ts'
import type { DuskCommands, DuskState, PoolView } from '../../app/hyperstaking/state.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../../words/words.ts'
import { useCommand } from '../hooks/use-command.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Select } from '../parts/choices.tsx'
import { Notice } from '../parts/notice.tsx'
import { Value } from '../parts/unknown.tsx'
import { DuskActivity } from './activity.tsx'
import { DuskConnectionCard } from './connection.tsx'
import { DuskNetworkCard } from './network-card.tsx'
import { NewsCard } from './news.tsx'
import { Outlook } from './outlook.tsx'
import { PoolForm } from './pool-form.tsx'
import { PoolHealthCard } from './pool-health.tsx'
import { ReferralCard } from './referral.tsx'

/** What a pool's prospects are told by where there is no position. */
const EXAMPLE = dusk(1000n)

/** The Hyperstaking tab: one pool at a time. */
export function HyperView({ state, commands }: { state: DuskState; commands: DuskCommands }) {
  const { t, f } = useWords()
  const [form, setForm] = useState<'deposit' | 'withdraw' | null>(null)
  const { busy, refusal, run } = useCommand()
  const { reading, account, connection } = state
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
        commands={commands}
        onBack={() => setForm(null)}
      />
    )
  }
  return (
    <div class="stack">
      {connection && <DuskConnectionCard connection={connection} commands={commands} />}
      {state.problem && (
        <Notice tone="bad">{t(reading ? 'hyper.offline' : 'hyper.offline.never')}</Notice>
      )}
      {!reading && !state.problem && <Notice tone="wait">{t('hyper.loading')}</Notice>}
      {reading?.callsOpen.known && !reading.callsOpen.value && (
        <Notice tone="bad">{t('hyper.closed')}</Notice>
      )}
      {reading?.warnings.known &&
        reading.warnings.value.map((code) => (
          <Notice key={code} tone="bad">
            {t(`hyper.warning.${code}`)}
          </Notice>
        ))}
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <DuskActivity intents={state.intents} commands={commands} />
      {!account && (
        <Invitation
          onConnect={() => run(() => commands.connect())}
          disabled={busy || (connection !== null && connection.stage !== 'failed')}
        />
      )}
      {reading && pool && (
        <>
          <Select
            label={t('hyper.pool')}
            value={pool.id}
            options={reading.pools.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => run(() => commands.choosePool(id))}
            hint={
              <>
                <span class="pill wait">{t('hyper.thirdParty')}</span> {t('hyper.thirdParty.text')}
              </>
            }
          />
          {account && <Position pool={pool} />}
          {account && (
            <div class="form-actions">
              <Button kind="primary" disabled={busy} onClick={() => setForm('deposit')}>
                {t('hyper.deposit')}
              </Button>
              <Button
                disabled={busy || (pool.position?.value.known && pool.position.value.value === 0n)}
                onClick={() => setForm('withdraw')}
              >
                {t('hyper.withdraw')}
              </Button>
              {pool.position?.claimable.known && pool.position.claimable.value > 0n && (
                <Button
                  disabled={busy}
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
          <Card title={t('hyper.expected')}>
            <Value of={pool.prospect}>
              {(prospect) => (
                <Outlook
                  pool={pool}
                  prospect={prospect}
                  position={heldIn(pool)}
                  deposit={heldIn(pool) > 0n ? 0n : EXAMPLE}
                  commands={commands}
                />
              )}
            </Value>
          </Card>
          {account && pool.kind === 'referral' && (
            <ReferralCard
              pool={pool}
              account={account.address}
              page={state.page}
              settings={state.settings}
            />
          )}
          {account && <NewsCard notices={state.notices} />}
          <PoolHealthCard pool={pool} reading={reading} />
        </>
      )}
      {account && (
        <Card title={t('hyper.account')} aside={account.walletName}>
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
                <Value of={reading.balance}>{(lux) => duskAmount(f, lux)}</Value>
              </b>
            </div>
          )}
        </Card>
      )}
      <DuskNetworkCard
        key={`${state.settings.network} ${state.settings.base}`}
        settings={state.settings}
        commands={commands}
      />
    </div>
  )
}

function Position({ pool: { position } }: { pool: PoolView }) {
  const { t, f } = useWords()
  if (!position) return null
  return (
    <section class="hero">
      <div class="hero-boost">
        <p class="boost sum">
          <span class="big">
            <Value of={position.value}>
              {(lux) => <span title={duskAmount(f, lux)}>{duskAmount(f, lux, 'cents')}</span>}
            </Value>
          </span>
        </p>
        <p class="muted">
          {position.value.known && position.value.value === 0n
            ? t('hyper.position.none')
            : t('hyper.position')}
        </p>
      </div>
    </section>
  )
}

function Invitation({ onConnect, disabled }: { onConnect: () => void; disabled: boolean }) {
  const { t } = useWords()
  return (
    <section class="welcome">
      <h1>{t('hyper.title')}</h1>
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

import { useEffect, useState } from 'preact/hooks'
import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskPlan } from '../../app/hyperstaking/dusk-plan.ts'
import type { DuskReading } from '../../app/hyperstaking/dusk-reading.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { parseReferrer } from '../../app/hyperstaking/referral-link.ts'
import { U64_MAX } from '../../protocol/hyperstaking/core/units.ts'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { Screen } from '../parts/screen.tsx'
import { Segments } from '../parts/segments.tsx'
import { TextField } from '../parts/text-field.tsx'
import { CallPlan } from './call-plan.tsx'
import { PoolOutlook } from './pool-outlook.tsx'

const CHECK_AFTER_MS = 400
/** Reserved from a whole balance for the network fee. */
const FEE_RESERVE = 500_000_000n

/** LUX that can be deposited at most; null: the balance is not known. */
function depositable(balance: bigint | null): bigint | null {
  if (balance === null) return null
  return balance > FEE_RESERVE ? balance - FEE_RESERVE : 0n
}

/** Percents of a position that are taken out with one press. */
const PARTS = ['25', '50', '75', '100'] as const
const partOf = (position: bigint, part: (typeof PARTS)[number]): bigint =>
  (position * BigInt(part)) / 100n

interface PoolFormProps {
  kind: 'deposit' | 'withdraw'
  pool: PoolSummary
  reading: DuskReading
  plan: DuskPlan | null
  /** The account that has to sign. */
  signer: string
  commands: DuskCommands
  onBack: () => void
}

/**
 * Deposit or withdrawal: the amount is checked against the network while it is typed, and the
 * wallet opens only for a call that is not known to fail.
 */
export function PoolForm({ kind, pool, reading, plan, signer, commands, onBack }: PoolFormProps) {
  const { t, f } = useWords()
  const [text, setText] = useState('')
  const [referrerText, setReferrerText] = useState('')
  const [understood, setUnderstood] = useState(false)
  const { busy, refusal, run } = useCommand()
  const position = pool.position?.value.known ? pool.position.value.value : null
  const balance = reading.balance?.known ? reading.balance.value : null
  const most = kind === 'withdraw' ? position : depositable(balance)
  const amount = parseAmount(text, 9, f.locale)
  const lux = amount.ok ? amount.value : null
  const action = kind === 'withdraw' && lux !== null && lux === position ? 'withdraw-all' : kind
  // A referrer can be named with the first deposit only.
  const asksReferrer =
    kind === 'deposit' &&
    pool.kind === 'referral' &&
    position === 0n &&
    pool.position?.referrer.known === true &&
    pool.position.referrer.value === null
  const referrer = asksReferrer ? parseReferrer(referrerText) : null
  const badReferrer = asksReferrer && referrerText.trim() !== '' && referrer === null
  const { check } = commands
  useEffect(() => {
    if (lux === null || badReferrer) return
    const timer = setTimeout(() => void check(pool.id, action, lux, referrer), CHECK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [lux, action, referrer, badReferrer, pool.id, check])
  const current =
    plan &&
    plan.pool === pool.id &&
    plan.action === action &&
    plan.lux === lux &&
    plan.referrer === referrer &&
    !badReferrer
      ? plan
      : null
  const submit = (event: Event) => {
    event.preventDefault()
    if (lux !== null && current && current.verdict !== 'fails')
      run(() => commands.submit(pool.id, action, lux, referrer), onBack)
  }
  const name = { pool: pool.name }
  const sharesFor = (amountLux: bigint): bigint | null =>
    pool.rate.known && pool.rate.value.numerator > 0n
      ? (amountLux * pool.rate.value.denominator) / pool.rate.value.numerator
      : null
  return (
    <Screen
      title={kind === 'deposit' ? t('hyper.deposit.title', name) : t('hyper.withdraw.title', name)}
      onBack={onBack}
    >
      <form onSubmit={submit} noValidate>
        <TextField
          label={t('hyper.amount')}
          value={text}
          onInput={setText}
          kind="amount"
          unit="DUSK"
          error={!amount.ok && text !== '' ? t(`input.${amount.code}`) : null}
          hint={
            most !== null && (
              <button type="button" class="link" onClick={() => setText(f.decimal(most, 9))}>
                {t(kind === 'withdraw' ? 'hyper.all' : 'hyper.most')}: {duskAmount(f, most)}
              </button>
            )
          }
        />
        {kind === 'withdraw' && position !== null && position > 0n && (
          <Segments
            label={t('hyper.part')}
            value={
              PARTS.find((part) => lux === partOf(position, part)) ?? ('' as (typeof PARTS)[number])
            }
            onChange={(part) => setText(f.decimal(partOf(position, part), 9))}
            options={PARTS.map((part) => ({
              value: part,
              label: f.percent(BigInt(part) * 1_000_000n, 0),
            }))}
          />
        )}
        {kind === 'withdraw' && pool.kind === 'sozu' && lux !== null && sharesFor(lux) !== null && (
          <p class="note">
            {t('hyper.position.shares', { shares: f.decimal(sharesFor(lux)!, 9, 2) })}
          </p>
        )}
        {asksReferrer && (
          <TextField
            label={t('hyper.referrer')}
            kind="address"
            value={referrerText}
            onInput={setReferrerText}
            hint={t('hyper.referrer.hint')}
            error={badReferrer ? t('hyper.referrer.bad') : null}
          />
        )}
        {lux !== null && !current && !badReferrer && (
          <p class="note" role="status">
            {t('hyper.checking')}
          </p>
        )}
        {current && (
          <CallPlan
            plan={current}
            signer={signer}
            minimum={pool.fees.known ? pool.fees.value.minimum : null}
          />
        )}
        {kind === 'deposit' &&
          lux !== null &&
          lux > 0n &&
          lux <= U64_MAX &&
          pool.prospect.known &&
          current?.verdict !== 'fails' && (
            <PoolOutlook
              pool={pool}
              prospect={pool.prospect.value}
              position={0n}
              deposit={lux}
              planned
              commands={commands}
            />
          )}
        {kind === 'deposit' && (
          <>
            <Callout tone="info" title={t('hyper.risk')}>
              <p>{t('hyper.thirdParty.text')}</p>
              <p>{t('hyper.risk.pause')}</p>
              <p>{t('hyper.risk.slash')}</p>
            </Callout>
            <label class="check">
              <input
                type="checkbox"
                checked={understood}
                onChange={(event) => setUnderstood(event.currentTarget.checked)}
              />
              {t('hyper.understood')}
            </label>
          </>
        )}
        <p class="error" role="alert">
          {refusal ?? ''}
        </p>
        <div class="form-actions">
          <Button
            kind="primary"
            type="submit"
            disabled={
              busy || !current || current.verdict === 'fails' || (kind === 'deposit' && !understood)
            }
          >
            {t('hyper.submit')}
          </Button>
          <Button onClick={onBack}>{t('nav.cancel')}</Button>
        </div>
      </form>
    </Screen>
  )
}

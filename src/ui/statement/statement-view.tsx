import { useRef, useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import { claimsCsv } from '../../app/bitcoin-staking/rewards/claims-csv.ts'
import { paymentOfClaim } from '../../app/bitcoin-staking/rewards/payment-of-claim.ts'
import { parseDailyPrices, type DailyPrices } from '../../app/dual-stacking/records/daily-prices.ts'
import { taxCsv } from '../../app/dual-stacking/records/tax-csv.ts'
import { groupRewardsByYear } from '../../app/dual-stacking/records/yearly-rewards.ts'
import { paymentTime, rewardsCsv, rewardsOfAddress } from '../../app/dual-stacking/rewards.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { saveFile } from '../parts/save-file.ts'
import { Select } from '../parts/select.tsx'
import { StatementTables } from './statement-tables.tsx'

/** Whose rewards the page lists: Dual Stacking's or Bitcoin Staking's. */
export type StatementProgramme = 'dual' | 'staking'

/** More than a price for each day of a century. */
const MOST_BYTES = 2_000_000

interface StatementViewProps {
  state: AppState
  /** The year to begin with; null: all years. */
  initialYear: number | null
  initialProgramme?: StatementProgramme
  now: number
  print: () => void
}

/**
 * Every reward of a followed address by year and by cycle, as a page to print and as files. Prices
 * come from a file of the user's own, or not at all.
 */
export function StatementView({
  state,
  initialYear,
  initialProgramme = 'dual',
  now,
  print,
}: StatementViewProps) {
  const { t } = useWords()
  const [address, setAddress] = useState(state.selected ?? state.accounts[0]?.address ?? '')
  const [programme, setProgramme] = useState(initialProgramme)
  const [year, setYear] = useState(initialYear === null ? 'all' : String(initialYear))
  const [prices, setPrices] = useState<DailyPrices | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  if (address === '')
    return (
      <main class="app statement">
        <h1>{t(`statement.title.${programme}`)}</h1>
        <p>{t('statement.noAccount')}</p>
      </main>
    )

  const staking = state.staking?.rewards?.[address]
  const claims = staking?.claims ?? []
  const all =
    programme === 'staking'
      ? claims.flatMap((claim) => paymentOfClaim(claim) ?? []).toSorted(newestFirst)
      : rewardsOfAddress(state, address)
  const isComplete =
    programme === 'staking'
      ? staking?.requestsLeft === null
      : state.refresh.requestsLeft === null && state.refresh.finishedAt !== null
  const years = groupRewardsByYear(all)
  const shown = year === 'all' ? years : years.filter((each) => String(each.year) === year)
  const payments = shown.flatMap((each) => each.payments)
  const known = years.flatMap((each) => (each.year === null ? [] : [String(each.year)]))
  const choices = [...new Set([...known, ...(year === 'all' ? [] : [year])])]
  const own = new Set(payments.map(({ key }) => key))
  const csv = () =>
    programme === 'staking'
      ? claimsCsv(claims.filter(({ key }) => own.has(key)))
      : rewardsCsv(payments)
  const [prefix, suffix] = [
    programme === 'staking' ? 'staking' : 'rewards',
    year === 'all' ? '' : `-${year}`,
  ]
  const fileName = (kind: string) => `${prefix}-${kind}${address}${suffix}.csv`
  const read = async (file: File | undefined) => {
    if (!file) return
    const parsed =
      file.size > MOST_BYTES ? { ok: false as const, line: 0 } : parseDailyPrices(await file.text())
    setPrices(parsed.ok ? parsed.prices : null)
    if (parsed.ok) setProblem(null)
    else if (parsed.line === 0) setProblem(t('statement.prices.empty'))
    else setProblem(t('statement.prices.bad', { line: String(parsed.line) }))
  }
  const pick = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    void read(currentTarget.files?.[0])
    // The same file, once corrected, may be chosen again.
    currentTarget.value = ''
  }
  return (
    <main class="app statement">
      <h1>
        {year === 'all'
          ? t(`statement.title.${programme}`)
          : t(`statement.titleOf.${programme}`, { year })}
      </h1>
      <div class="statement-choices">
        {state.accounts.length > 1 && (
          <Select
            label={t('statement.address')}
            value={address}
            options={state.accounts.map((account) => ({
              value: account.address,
              label: account.label ?? account.address,
            }))}
            onChange={setAddress}
          />
        )}
        {(claims.length > 0 || programme === 'staking') && (
          <Select
            label={t('statement.programme')}
            value={programme}
            options={(['dual', 'staking'] as const).map((value) => ({
              value,
              label: t(value === 'dual' ? 'tab.dual' : 'staking.title'),
            }))}
            onChange={setProgramme}
          />
        )}
        <Select
          label={t('statement.year')}
          value={year}
          options={[
            { value: 'all', label: t('statement.year.all') },
            ...choices.map((each) => ({ value: each, label: each })),
          ]}
          onChange={setYear}
        />
        <div class="form-actions">
          <Button kind="primary" onClick={print}>
            {t('statement.print')}
          </Button>
          <Button onClick={() => saveFile(fileName(''), 'text/csv', csv())}>
            {t('statement.csv')}
          </Button>
          <Button onClick={() => saveFile(fileName('tax-'), 'text/csv', taxCsv(payments, prices))}>
            {t('statement.taxCsv')}
          </Button>
          <Button onClick={() => picker.current?.click()}>{t('statement.prices')}</Button>
          <input
            ref={picker}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            hidden
            aria-label={t('statement.prices')}
            onChange={pick}
          />
        </div>
        <p class="hint">{t('statement.prices.hint')}</p>
        <p class="error" role="alert">
          {problem ?? ''}
        </p>
      </div>
      <StatementTables
        address={address}
        years={shown}
        prices={prices}
        isComplete={isComplete}
        now={now}
      />
    </main>
  )
}

const newestFirst = (one: RewardPayment, other: RewardPayment): number =>
  (paymentTime(other) ?? 0) - (paymentTime(one) ?? 0)

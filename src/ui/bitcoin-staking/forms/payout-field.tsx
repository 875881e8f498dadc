import { leastPaidSats } from '../../../app/bitcoin-staking/least-paid-sats.ts'
import type { PayoutInput, parsePayout } from '../../../app/bitcoin-staking/payout-input.ts'
import type { ManagerShape } from '../../../chain/stacks/bitcoin-staking/manager-shape.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Segments } from '../../parts/segments.tsx'
import { TextField } from '../../parts/text-field.tsx'

interface PayoutFieldProps {
  value: PayoutInput
  onChange: (value: PayoutInput) => void
  parsed: ReturnType<typeof parsePayout>
  /** What the manager does; null: not known yet. */
  shape: ManagerShape | null
}

/** How rewards are paid: as sBTC, or on Bitcoin, with what that costs. */
export function PayoutField({ value, onChange, parsed, shape }: PayoutFieldProps) {
  const { t, f } = useWords()
  if (shape !== null && !shape.paysBitcoin)
    return <p class="note">{t('staking.payout.notTaken')}</p>
  const problem = parsed.ok ? null : parsed.problem
  const payout = parsed.ok ? parsed.payout : null
  const set = (change: Partial<PayoutInput>) => onChange({ ...value, ...change })
  const isMax500 = shape?.family === 'max500'
  return (
    <>
      <Segments
        label={t('staking.payout')}
        value={value.kind}
        options={(['sbtc', 'bitcoin'] as const).map((kind) => ({
          value: kind,
          label: t(`staking.payout.${kind}`),
        }))}
        onChange={(kind) => set({ kind })}
      />
      {value.kind === 'bitcoin' && (
        <>
          <TextField
            label={t('staking.payout.address')}
            kind="address"
            multiline
            rows={2}
            value={value.address}
            onInput={(address) => set({ address })}
            error={
              problem === 'address' && value.address.trim() !== ''
                ? t('staking.payout.address.bad')
                : null
            }
          />
          <TextField
            label={t('staking.payout.fee')}
            kind="amount"
            unit="sats"
            value={value.feeSats}
            onInput={(feeSats) => set({ feeSats })}
            error={problem === 'fee' ? t('staking.payout.fee.bad') : null}
            hint={t(isMax500 ? 'staking.payout.fee.returned' : 'staking.payout.fee.kept')}
          />
          {isMax500 && (
            <TextField
              label={t('staking.payout.least')}
              kind="amount"
              unit="sats"
              value={value.leastSats}
              onInput={(leastSats) => set({ leastSats })}
              error={problem === 'least' ? t('staking.payout.least.bad') : null}
              hint={t('staking.payout.least.hint')}
            />
          )}
          {payout && (
            <p class="note">{t('staking.payout.below', { sats: f.sats(leastPaidSats(payout)) })}</p>
          )}
        </>
      )}
    </>
  )
}

import { useState } from 'preact/hooks'
import {
  allStakingNews,
  stakingNewsKinds,
  type StakingNewsSettings,
} from '../../app/bitcoin-staking/notices/staking-news-settings.ts'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { useWords } from '../hooks/use-words.ts'
import { Switch } from '../parts/switch.tsx'
import { TextField } from '../parts/text-field.tsx'

interface StakingNewsFieldsProps {
  wanted: StakingNewsSettings
  onChange: (wanted: StakingNewsSettings) => void
}

/** What of Bitcoin Staking is announced. */
export function StakingNewsFields({ wanted, onChange }: StakingNewsFieldsProps) {
  const { t } = useWords()
  const { claimableSats } = wanted
  return (
    <>
      <Switch
        label={t('settings.notify.staking.claimable')}
        checked={claimableSats !== null}
        onChange={(on) =>
          onChange({ ...wanted, claimableSats: on ? allStakingNews.claimableSats : null })
        }
      />
      {claimableSats !== null && (
        <LeastSats
          value={claimableSats}
          onChange={(sats) => onChange({ ...wanted, claimableSats: sats })}
        />
      )}
      {stakingNewsKinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`settings.notify.staking.${kind}`)}
          checked={wanted[kind]}
          onChange={(on) => onChange({ ...wanted, [kind]: on })}
        />
      ))}
    </>
  )
}

function LeastSats({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { t, f } = useWords()
  const [text, setText] = useState(() => new Intl.NumberFormat(f.locale).format(value))
  const parsed = parseAmount(text, 0, f.locale)
  return (
    <TextField
      label={t('settings.notify.staking.least')}
      kind="amount"
      unit="sats"
      value={text}
      error={parsed.ok ? null : t(`input.${parsed.code}`)}
      onInput={(next) => {
        setText(next)
        const result = parseAmount(next, 0, f.locale)
        if (result.ok) onChange(Number(result.value))
      }}
    />
  )
}

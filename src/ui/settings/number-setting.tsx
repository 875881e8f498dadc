import { useId, useState } from 'preact/hooks'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { useWords } from '../hooks/use-words.ts'

interface NumberSettingProps {
  label: string
  unit: string
  /** How many decimals it may have. */
  decimals: number
  value: number
  /** Called with every number that is typed in full. */
  onChange: (value: number) => void
}

/** A number in one row, under the switch that it belongs to. */
export function NumberSetting({ label, unit, decimals, value, onChange }: NumberSettingProps) {
  const { t, f } = useWords()
  const id = useId()
  const [text, setText] = useState(() => new Intl.NumberFormat(f.locale).format(value))
  const parsed = parseAmount(text, decimals, f.locale)
  return (
    <div class="number-setting">
      <label for={id}>{label}</label>
      <span class={parsed.ok ? 'input' : 'input invalid'}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-invalid={!parsed.ok || undefined}
          aria-describedby={`${id}e`}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value)
            const next = parseAmount(currentTarget.value, decimals, f.locale)
            if (next.ok) onChange(Number(next.value) / 10 ** decimals)
          }}
        />
        <span class="unit">{unit}</span>
      </span>
      <p class="error" id={`${id}e`} role="alert">
        {parsed.ok ? '' : t(`input.${parsed.code}`)}
      </p>
    </div>
  )
}

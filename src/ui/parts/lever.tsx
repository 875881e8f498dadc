import { useEffect, useId, useState } from 'preact/hooks'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { useWords } from '../hooks/use-words.ts'

interface LeverProps {
  label: string
  unit: string
  /** Integers scaled by 10^decimals. */
  value: bigint
  most: bigint
  decimals: number
  /** How the value is written in the field. */
  show: (value: bigint) => string
  tone?: 'violet' | 'amber' | 'ink'
  onChange: (value: bigint) => void
}

const STEPS = 400

/** A what-if quantity: a slider to explore, a field for the exact amount. */
export function Lever({
  label,
  unit,
  value,
  most,
  decimals,
  show,
  tone = 'violet',
  onChange,
}: LeverProps) {
  const { t, f } = useWords()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  // A value set elsewhere (reset, slider) replaces what was typed, unless the field has the focus.
  useEffect(
    () =>
      setTyped((text) =>
        text !== null && sameValue(text, decimals, f.locale, value) ? text : null,
      ),
    [value],
  )
  const parsed = typed === null ? null : parseAmount(typed, decimals, f.locale)
  const position = most === 0n ? 0 : Number(((value > most ? most : value) * BigInt(STEPS)) / most)
  return (
    <div class={`lever ${tone}`}>
      <label for={`${id}n`}>{label}</label>
      <input
        type="range"
        min="0"
        max={STEPS}
        value={position}
        aria-label={label}
        aria-valuetext={`${show(value)} ${unit}`}
        style={{ '--at': `${(position / STEPS) * 100}%` }}
        onInput={(event) =>
          onChange(snap((most * BigInt(event.currentTarget.value)) / BigInt(STEPS), most))
        }
      />
      <span class={parsed?.ok === false ? 'exact invalid' : 'exact'}>
        <input
          id={`${id}n`}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          size={Math.max(3, (typed ?? show(value)).length)}
          value={typed ?? show(value)}
          aria-invalid={parsed?.ok === false || undefined}
          aria-describedby={parsed?.ok === false ? `${id}e` : undefined}
          onInput={(event) => {
            const text = event.currentTarget.value
            setTyped(text)
            const result = parseAmount(text, decimals, f.locale)
            if (result.ok) onChange(result.value)
          }}
          onBlur={() => setTyped(null)}
        />
        <span class="unit">{unit}</span>
      </span>
      {parsed?.ok === false && (
        <p class="error" id={`${id}e`} role="alert">
          {t(`input.${parsed.code}`)}
        </p>
      )}
    </div>
  )
}

const sameValue = (text: string, decimals: number, locale: string, value: bigint): boolean => {
  const parsed = parseAmount(text, decimals, locale)
  return !parsed.ok || parsed.value === value
}

/**
 * A slider's value to four digits of its range: the rest is noise, and one step always moves it.
 */
function snap(value: bigint, most: bigint): bigint {
  const unit = 10n ** BigInt(Math.max(0, most.toString().length - 4))
  return ((value + unit / 2n) / unit) * unit
}

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: ComponentChildren
  error?: string | null
  unit?: string
  /** `address`: letters and digits that must not be autocorrected; `amount`: a decimal keypad. */
  kind?: 'text' | 'address' | 'amount' | 'secret'
  placeholder?: string
  required?: boolean
  multiline?: boolean
  /** Lines of a multiline field. */
  rows?: number
}

const inputProps = {
  text: {},
  address: { spellcheck: false, autocapitalize: 'characters', autocomplete: 'off', class: 'mono' },
  amount: { inputMode: 'decimal', autocomplete: 'off' },
  secret: { type: 'password', autocomplete: 'off', spellcheck: false },
} as const

/** A labelled text field with a hint and an error. */
export function TextField({
  label,
  value,
  onInput,
  hint,
  error,
  unit,
  kind = 'text',
  placeholder,
  required,
  multiline,
  rows = 5,
}: FieldProps) {
  const id = useId()
  const described =
    [hint ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ') || undefined
  const shared = {
    id,
    value,
    placeholder,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
  } as const
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class={error ? 'input invalid' : 'input'}>
        {multiline ? (
          <textarea
            {...shared}
            rows={rows}
            spellcheck={false}
            class="mono"
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        ) : (
          <input
            type="text"
            {...inputProps[kind]}
            {...shared}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
        {unit && <span class="unit">{unit}</span>}
      </span>
      {hint && (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      <p class="error" id={`${id}e`} role="alert">
        {error ?? ''}
      </p>
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface SelectOption<T extends string> {
  value: T
  label: string
}

interface SelectProps<T extends string> {
  label: string
  value: T
  options: readonly SelectOption<T>[]
  /** Options that most people do not need, under a heading of their own at the end. */
  rest?: { label: string; options: readonly SelectOption<T>[] }
  onChange: (value: T) => void
  hint?: ComponentChildren
}

export function Select<T extends string>({
  label,
  value,
  options,
  rest,
  onChange,
  hint,
}: SelectProps<T>) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="input select">
        <select
          id={id}
          value={value}
          aria-describedby={hint ? `${id}h` : undefined}
          onChange={(event) => onChange(event.currentTarget.value as T)}
        >
          {options.map(renderOption)}
          {rest && rest.options.length > 0 && (
            <optgroup label={rest.label}>{rest.options.map(renderOption)}</optgroup>
          )}
        </select>
      </span>
      {hint && (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  )
}

const renderOption = ({ value, label }: SelectOption<string>) => (
  <option key={value} value={value}>
    {label}
  </option>
)

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Environment } from '../../app/environment.ts'
import type { Signature } from '../../protocol/dual-stacking/contract/abi.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/text-field.tsx'
import { ArgumentField, type RowResult } from './argument-field.tsx'
import { describeArgument } from './check-bounds.ts'
import { parseArgument, type ArgumentValue, type ParsedArgument } from './parse-argument.ts'
import type { PresentArguments } from './present-arguments.ts'

interface CallFormProps {
  functionName: string
  /** What the function does. */
  what?: string
  signature: Signature
  env: Environment
  submit: string
  busy: boolean
  onSubmit: (args: ArgumentValue[]) => void
  /** Notes about complete arguments; `stops`: they cannot be sent. */
  judge?: (args: ArgumentValue[]) => { content: ComponentChildren; stops: boolean }
  /** Everything may be lost by it: its name has to be typed before. */
  isDangerous?: boolean
  results?: readonly RowResult[] | null
  /** What there is to know, until the arguments are complete and judged. */
  intro?: ComponentChildren
  /** What is filled in, by argument, as it would be typed. */
  initial?: Readonly<Record<string, string>>
  /** What the contract has at present, by argument. */
  present?: PresentArguments
  children?: ComponentChildren
}

/**
 * A function of the contract with a field for every argument, parsed by its type before anything is
 * sent.
 */
export function CallForm({
  functionName,
  what,
  signature,
  env,
  submit,
  busy,
  onSubmit,
  judge,
  isDangerous = false,
  results = null,
  initial = {},
  present = {},
  intro,
  children,
}: CallFormProps) {
  const { t, f } = useWords()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(initial)
  const [touched, setTouched] = useState(false)
  const [typed, setTyped] = useState('')
  const isConfirmed = !isDangerous || typed.trim() === functionName
  const fields = Object.entries(signature).map(([name, type]) => ({
    name,
    type,
    text: texts[name] ?? '',
    parsed: parseArgument(type, texts[name] ?? '', env.checkAddress),
  }))
  const values = fields.map(({ parsed }) => parsed)
  const args = values.every((parsed) => parsed.ok)
    ? values.map((parsed) => (parsed as { value: ArgumentValue }).value)
    : null
  const judged = args && judge?.(args)
  return (
    <form
      class="call-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTouched(true)
        if (args && !judged?.stops && isConfirmed) onSubmit(args)
      }}
    >
      <h2>
        <code>{functionName}</code>
      </h2>
      {what && <p>{what}</p>}
      {fields.map(({ name, type, text, parsed }) => (
        <ArgumentField
          key={name}
          name={name}
          type={type}
          text={text}
          parsed={parsed}
          touched={touched}
          results={results}
          meaning={describe(parsed, present[name] ?? null)}
          onText={(next) => setTexts({ ...texts, [name]: next })}
        />
      ))}
      {judged ? judged.content : intro}
      {isDangerous && (
        <TextField
          label={t('admin.confirm', { name: functionName })}
          kind="address"
          value={typed}
          onInput={setTyped}
        />
      )}
      <div class="form-actions">
        <Button
          kind={isDangerous ? 'danger' : 'primary'}
          type="submit"
          disabled={busy || judged?.stops || !isConfirmed}
        >
          {submit}
        </Button>
      </div>
      {children}
    </form>
  )

  /** The value in familiar units, beside the one that it takes the place of. */
  function describe(parsed: ParsedArgument, before: ArgumentValue): string | null {
    const meaning = parsed.ok ? describeArgument(functionName, parsed.value, f) : null
    const now = sayValue(before)
    if (now === null) return meaning
    const next = parsed.ok ? sayValue(parsed.value) : null
    return next === null
      ? t('argument.now', { value: now })
      : t('argument.change', { value: now, next })
  }

  function sayValue(value: ArgumentValue): string | null {
    if (typeof value === 'string') return shortAddress(value)
    if (typeof value !== 'bigint') return null
    return describeArgument(functionName, value, f) ?? f.integer(value)
  }
}

import { foreignName } from '../../words/foreign-name.ts'
import { useWords } from '../hooks/use-words.ts'
import type { ArgumentValue } from './parse-argument.ts'

/** Clarity's own keyword. */
const NONE = 'none'

/**
 * A readable Clarity value: tuples as lists of names and values, none and responses by their names.
 */
export function DecodedValue({ value }: { value: ArgumentValue }) {
  const { f } = useWords()
  if (value === null) return <code>{NONE}</code>
  if (typeof value === 'bigint') return <span class="decoded-number">{f.integer(value)}</span>
  if (typeof value === 'string') return <code>{foreignName(value, 4_000) ?? ''}</code>
  if (typeof value !== 'object') return <code>{String(value)}</code>
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      <code>()</code>
    ) : (
      <ol class="decoded-list">
        {value.map((item, i) => (
          <li key={i}>
            <DecodedValue value={item} />
          </li>
        ))}
      </ol>
    )
  }
  const entries = Object.entries(value)
  const [only] = entries
  // `some` and `ok` only wrap the value that matters; `err` is part of the answer.
  if (entries.length === 1 && only && (only[0] === 'some' || only[0] === 'ok'))
    return <DecodedValue value={only[1]} />
  return (
    <dl class="decoded">
      {entries.map(([name, item]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <DecodedValue value={item} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

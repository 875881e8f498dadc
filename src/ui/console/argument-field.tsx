import type { AbiType } from '../../protocol/dual-stacking/contract/abi.ts'
import type { Words } from '../../words/create-words.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { FullAddress } from '../parts/full-address.tsx'
import { Switch } from '../parts/switch.tsx'
import { TextField } from '../parts/text-field.tsx'
import type { ArgumentProblem, ListRow, ParsedArgument } from './parse-argument.ts'

interface ArgumentFieldProps {
  name: string
  type: AbiType
  text: string
  onText: (text: string) => void
  parsed: ParsedArgument
  /** Whether an empty field shows its problem. */
  touched: boolean
  meaning: string | null
  /** The contract's result for each row of the last call, in order. */
  results: readonly RowResult[] | null
}
export type RowResult = { ok: true } | { ok: false; sentence: string }

/**
 * One argument of a call, by its type; lists show how every row was parsed before anything is
 * signed.
 */
export function ArgumentField({
  name,
  type,
  text,
  onText,
  parsed,
  touched,
  meaning,
  results,
}: ArgumentFieldProps) {
  const words = useWords()
  const { t } = words
  if (type === 'bool')
    return <Switch label={name} checked={text === 'true'} onChange={(on) => onText(String(on))} />
  const list = typeof type === 'object' && 'list' in type ? type : null
  const error =
    parsed.ok || (text.trim() === '' && !touched)
      ? null
      : describeArgumentProblem(words, parsed.problem)
  return (
    <div class="argument">
      <TextField
        label={name}
        kind={type === 'uint' ? 'text' : 'address'}
        multiline={list !== null}
        value={text}
        onInput={onText}
        error={error}
        hint={meaning ?? typeHint()}
      />
      {type === 'principal' && parsed.ok && typeof parsed.value === 'string' && (
        <FullAddress address={parsed.value} />
      )}
      {parsed.rows && parsed.rows.length > 0 && <Preview rows={parsed.rows} results={results} />}
    </div>
  )

  function typeHint(): string | undefined {
    if (list) return listHint(words, list)
    return typeof type === 'object' && 'optional' in type ? t('argument.optional') : undefined
  }

  function listHint({ t, f }: Words, { list: item, max }: { list: AbiType; max: number }): string {
    return typeof item === 'object' && 'tuple' in item
      ? t('argument.rows', { fields: Object.keys(item.tuple).join(', '), max: f.integer(max) })
      : t('argument.lines', { max: f.integer(max) })
  }
}

/** The largest number of rows shown; more would not be read. Rows with a problem come first. */
const SHOWN = 50

function Preview({
  rows,
  results,
}: {
  rows: readonly ListRow[]
  results: readonly RowResult[] | null
}) {
  const words = useWords()
  const { t, f } = words
  const sorted = rows
    .map((row, i) => ({ row, result: results?.[i] }))
    .toSorted((a, b) => rank(a) - rank(b))
  return (
    <div class="table-scroll plain" role="region" aria-label={t('argument.preview')} tabIndex={0}>
      <table>
        <caption class="muted">{t('argument.understood', { count: rows.length })}</caption>
        <tbody>
          {sorted.slice(0, SHOWN).map(({ row, result }) => (
            <tr key={row.line}>
              <td>{f.integer(row.line)}</td>
              {row.cells.map((cell, i) => (
                <td key={i} class="mono" title={cell}>
                  {shortAddress(cell)}
                </td>
              ))}
              <td class={row.problem || result?.ok === false ? 'bad' : 'good'}>
                {verdict(row, result)}
              </td>
            </tr>
          ))}
          {rows.length > SHOWN && (
            <tr>
              <td colSpan={9}>{t('argument.more', { count: rows.length - SHOWN })}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )

  function verdict({ problem }: ListRow, result: RowResult | undefined): string {
    if (problem) return describeArgumentProblem(words, problem)
    if (!result) return t('argument.fine')
    return result.ok ? t('argument.done') : result.sentence
  }
}

const rank = ({ row, result }: { row: ListRow; result: RowResult | undefined }): number =>
  row.problem || result?.ok === false ? 0 : 1

export function describeArgumentProblem({ t, f }: Words, problem: ArgumentProblem): string {
  switch (problem.code) {
    case 'address':
      return t(`address.${problem.problem}`)
    case 'list-too-long':
      return t('argument.problem.list-too-long', {
        max: f.integer(problem.max),
        found: f.integer(problem.count),
      })
    case 'columns':
      return t('argument.problem.columns', {
        wanted: f.integer(problem.wanted),
        found: f.integer(problem.found),
      })
    case 'duplicate':
      return t('argument.problem.duplicate', { line: f.integer(problem.of) })
    default:
      return t(`argument.problem.${problem.code}`)
  }
}

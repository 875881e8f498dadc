import type { ComponentChildren } from 'preact'
import { Term, type TermName } from './term.tsx'

export interface FormulaStep {
  label: string
  /** The word of the field that the label is, explained on hover. */
  term?: TermName
  /** The formula with the reader's own values. */
  formula?: ComponentChildren
  result: ComponentChildren
  /** The last line: what the number is. */
  sum?: boolean
}

/** A figure's formula, step by step. */
export const FormulaSteps = ({
  rows,
  notes,
}: {
  rows: readonly FormulaStep[]
  notes: readonly ComponentChildren[]
}) => (
  <>
    <dl class="reason">
      {rows.map(({ label, term, formula, result, sum }) => (
        <div key={label} class={sum ? 'sum' : undefined}>
          <dt>
            {term ? <Term of={term}>{label}</Term> : label}
            {formula && <span class="formula">{formula}</span>}
          </dt>
          <dd>{result}</dd>
        </div>
      ))}
    </dl>
    {notes.length > 0 && (
      <ul class="notes">
        {notes.map((note, i) => (
          <li key={i}>{note}</li>
        ))}
      </ul>
    )}
  </>
)

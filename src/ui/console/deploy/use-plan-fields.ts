import { useState } from 'preact/hooks'
import type { WantedProgramme } from '../../../app/dual-stacking/programme/plan-budget.ts'
import { parseAmount, type AmountResult } from '../../../words/format/parse-amount.ts'
import { useWords } from '../../hooks/use-words.ts'

/** What is planned of a programme, and how each number is typed. */
export const planFields = [
  { name: 'snapshots', decimals: 0, unit: undefined },
  { name: 'blocks', decimals: 0, unit: undefined },
  { name: 'apr', decimals: 6, unit: '%' },
  { name: 'held', decimals: 8, unit: 'sBTC' },
  { name: 'budget', decimals: 8, unit: 'sBTC' },
] as const
export type PlanField = (typeof planFields)[number]['name']
export type PlanTexts = Readonly<Record<PlanField, string>>

export interface PlanFields {
  texts: PlanTexts
  values: Readonly<Record<PlanField, AmountResult>>
  /** Null: not all of it can be read. */
  wanted: WantedProgramme | null
  setText: (name: PlanField, text: string) => void
}

const usual: PlanTexts = { snapshots: '14', blocks: '150', apr: '5', held: '200', budget: '10' }

/** Where what was typed outlasts the view. */
export interface PlanKeeper {
  read(): Partial<PlanTexts>
  write(typed: Partial<PlanTexts>): void
}

/** The plan: what was typed, else what the chain has (`found`), else what is usual. */
export function usePlanFields(found: Partial<PlanTexts> = {}, keeper?: PlanKeeper): PlanFields {
  const { f } = useWords()
  const [typed, setTyped] = useState<Partial<PlanTexts>>(() => keeper?.read() ?? {})
  const texts = { ...usual, ...found, ...typed }
  const values = Object.fromEntries(
    planFields.map(({ name, decimals }) => [name, parseAmount(texts[name], decimals, f.locale)]),
  ) as Record<PlanField, AmountResult>
  const valueOf = (name: PlanField) => (values[name].ok ? values[name].value : 0n)
  const isRead = Object.values(values).every(({ ok }) => ok)
  const wanted = {
    snapshots: Number(valueOf('snapshots')),
    blocksPerSnapshot: Number(valueOf('blocks')),
    apr: valueOf('apr'),
    heldSats: valueOf('held'),
    budgetSats: valueOf('budget'),
  }
  return {
    texts,
    values,
    wanted: isRead ? wanted : null,
    setText(name, text) {
      const next = { ...typed, [name]: text }
      setTyped(next)
      keeper?.write(next)
    },
  }
}

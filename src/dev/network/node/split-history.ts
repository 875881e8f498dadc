import type { Operation } from '../host/operation.ts'
import type { JournalEntry } from './journal.ts'

/**
 * A history cut at a Stacks height: the entries up to it (of a run of blocks as many as fit), and
 * what the network itself did above it. `heights`: the Stacks height after each entry. Throws when
 * the cut would take away what sets the chain up.
 */
export const splitHistory = (
  entries: readonly JournalEntry[],
  heights: readonly number[],
  cut: number,
): { kept: JournalEntry[]; own: Operation[] } => {
  const kept: JournalEntry[] = []
  const own: Operation[] = []
  entries.forEach((entry, index) => {
    const after = heights[index]!
    if (after <= cut) return void kept.push(entry)
    const { operation } = entry
    if (operation.kind === 'burn' || operation.kind === 'stacks') {
      const count = operation.count - (after - Math.max(cut, heights[index - 1] ?? 0))
      if (count > 0) kept.push({ ...entry, operation: { ...operation, count } })
    } else if (operation.kind === 'deploy' || operation.kind === 'epoch') {
      throw new Error('The chain does not reach back so far')
    } else if (operation.kind === 'call' || operation.kind === 'mint') own.push(operation)
  })
  return { kept, own }
}

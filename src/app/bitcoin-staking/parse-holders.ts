import type { AddressProblem, CheckedAddress } from '../../chain/stacks/check-address.ts'

/** A line of a pasted list that is no holder: its number from 1, its text, and why. */
export interface BadLine {
  line: number
  text: string
  problem: AddressProblem | 'repeated'
}

/** A pasted list: its holders in their order, each once, and the lines that are none. */
export interface HolderList {
  holders: string[]
  bad: BadLine[]
}

/**
 * Parses holders, one a line; further columns after a comma, a semicolon or a tab are ignored, and
 * so is a first line that names the columns.
 */
export function parseHolders(text: string, check: (text: string) => CheckedAddress): HolderList {
  const holders = new Set<string>()
  const bad: BadLine[] = []
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    const cell = (row.split(/[,;\t]/)[0] ?? '').trim().replace(/^"(.*)"$/, '$1')
    if (cell === '') continue
    const checked = check(cell)
    if (checked.ok && !holders.has(checked.address)) holders.add(checked.address)
    else if (checked.ok) bad.push({ line: i + 1, text: cell, problem: 'repeated' })
    else if (i > 0 || !isHeader(cell))
      bad.push({ line: i + 1, text: cell, problem: checked.problem })
  }
  return { holders: [...holders], bad }
}

const isHeader = (cell: string): boolean => /^(address|holder|staker|principal)s?$/i.test(cell)

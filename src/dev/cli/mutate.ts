import { availableParallelism } from 'node:os'
import { testWorkers } from '../test-workers.ts'
import { addCopy, build, copySources, whole, withoutDefence } from './mutate/copies.ts'
import { exceptions } from './mutate/exceptions.ts'
import type { Mutation } from './mutate/mutation.ts'
import { mutations } from './mutate/mutations.ts'
import { testedOutputs } from './mutate/outputs-of.ts'
import { runTests, type RowOutcome } from './mutate/run-tests.ts'
import { readThreats, type Threat } from './mutate/threats.ts'

/*
 * Takes each defence out, one at a time, and runs the test that SECURITY.md names for it: the test
 * must fail. Works on copies, as many side by side as the machine has cores.
 *
 *   npm run mutate                      every row
 *   npm run mutate -- --no-browser      those whose test needs no browser
 *   npm run mutate -- --browser         those whose test needs one
 *   npm run mutate -- redirect cookies  those with one of these texts in their threat
 *
 * A test without its defence often waits in vain: unless TWINSTACK_WAIT says otherwise, no wait is
 * longer than a minute, neither with the defence nor without.
 */

const threats = new Map(readThreats().map((each) => [each.threat, each]))
const rowOf = ({ threat }: Mutation): Threat => threats.get(threat)!
const needsBrowser = ({ file }: Threat): boolean => file.startsWith('test/e2e/')

/** The mutations whose threat contains one of these texts; all when there are none. */
function choose(wanted: readonly string[]): Mutation[] {
  const texts = wanted.filter((each) => !each.startsWith('--'))
  const isWanted = (browser: boolean) => !wanted.includes(browser ? '--no-browser' : '--browser')
  return mutations
    .filter(({ threat }) => texts.length === 0 || texts.some((text) => threat.includes(text)))
    .filter((mutation) => isWanted(needsBrowser(rowOf(mutation))))
}

/** How each row's tests end while every defence is in place. */
async function runUnchanged(rows: readonly Threat[]): Promise<Map<string, RowOutcome>> {
  if (rows.some(needsBrowser)) await build(whole, testedOutputs)
  const outcomes = await runTests(whole, rows)
  return new Map(rows.map(({ threat }, index) => [threat, outcomes[index]!]))
}

/** Runs a mutation's test in a copy; whether it bites, and the lines to print. */
async function tryMutation(copy: string, mutation: Mutation, before: RowOutcome) {
  const { threat, from, to } = mutation
  const row = rowOf(mutation)
  const run = async () => (await runTests(copy, [row]))[0]!
  const after = await withoutDefence(copy, { mutation, row, builds: needsBrowser(row) }, run)
  const isProof = before.passed > 0 && before.failed === 0
  const bites = isProof && after.failed > 0
  const lines = [
    `${bites ? 'fails as it should' : 'SURVIVES'}  ${threat}`,
    `  ${from} → ${to.split('\n')[0]}`,
    `  ${isProof ? after.reason : `not proven with its defence: ${before.reason}`}`,
  ]
  return { bites, lines }
}

async function main(): Promise<number> {
  process.env['TWINSTACK_WAIT'] ??= '60'
  const chosen = choose(process.argv.slice(2))
  copySources()
  const unchanged = await runUnchanged([...new Set(chosen.map(rowOf))])
  const results: Awaited<ReturnType<typeof tryMutation>>[] = []
  let printed = 0
  const queue = chosen.entries()
  const workOff = async (copy: string): Promise<void> => {
    for (const [index, mutation] of queue) {
      results[index] = await tryMutation(copy, mutation, unchanged.get(mutation.threat)!)
      // In the table's order, whichever copy is the quicker.
      for (; results[printed]; printed++) console.log(results[printed]!.lines.join('\n'))
    }
  }
  const copies = Math.min(availableParallelism(), testWorkers(), chosen.length)
  await Promise.all(Array.from({ length: copies }, (_, index) => workOff(addCopy(index))))
  const survivors = results.filter(({ bites }) => !bites).length
  console.log(`${chosen.length} defences taken out, ${survivors} not missed by their test`)
  for (const [threat, reason] of Object.entries(exceptions))
    console.log(`not taken out: ${threat}: ${reason}`)
  return survivors === 0 ? 0 : 1
}

process.exitCode = await main()

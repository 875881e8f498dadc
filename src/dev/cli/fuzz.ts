import { mkdirSync, writeFileSync } from 'node:fs'
import { poxSource } from '../network/bitcoin-staking/contract-sources.ts'
import { createVm } from '../network/vm/vm.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { fuzzPox } from './fuzz/pox/fuzz.ts'
import type { FuzzReport, SequenceOptions } from './fuzz/sequences.ts'

const usage =
  'Usage: npm run fuzz -- [--programme dual-stacking|bitcoin-staking] [--seed S] [--ops N]'

const programmes = {
  'dual-stacking': async (options: SequenceOptions) => fuzz(await createVm(), options),
  'bitcoin-staking': async (options: SequenceOptions) =>
    fuzzPox(
      await createVm({
        epoch: '4.0',
        clarity: 6,
        boot: { 'pox-5': poxSource({ acceptHeaders: true }) },
      }),
      options,
    ),
}
type Programme = keyof typeof programmes

interface Options {
  readonly programme: Programme
  readonly seed: number
  readonly ops: number
}

function parseOptions(args: readonly string[]): Options | undefined {
  const numbers = { seed: Date.now() % 2 ** 31, ops: 20_000 }
  let programme: Programme = 'dual-stacking'
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]!.replace(/^--/, '')
    const text = args[i + 1] ?? ''
    const value = Number(text)
    if (name === 'programme' && Object.hasOwn(programmes, text)) programme = text as Programme
    else if ((name === 'seed' || name === 'ops') && Number.isSafeInteger(value) && value >= 0)
      numbers[name] = value
    else return undefined
  }
  return { programme, ...numbers }
}

/** Writes the failing sequence as a trace with the model's results, and returns its path. */
function save(trace: NonNullable<FuzzReport['failure']>['trace'], name: string): string {
  mkdirSync('build/fuzz', { recursive: true })
  const path = `build/fuzz/${name}.jsonl`
  writeFileSync(path, trace.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args)
  if (options === undefined) {
    console.error(usage)
    return 2
  }
  const { programme, seed, ops } = options
  console.log(
    `Model and Clarity contracts of ${programme} side by side: seed ${seed}, ${ops} operations at least`,
  )
  const start = performance.now()
  let reported = 0
  const report = await programmes[programme]({
    seed,
    ops,
    onSequence: (done) => {
      if (done - reported < 2000) return
      reported = done
      console.log(`${done} operations`)
    },
  })
  for (const [outcome, times] of [...report.outcomes].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(times).padStart(7)}  ${outcome}`)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${report.ops} operations in ${report.sequences} sequences, ${seconds} s, ${report.failure ? 1 : 0} differences`,
  )
  if (report.failure === undefined) return 0
  const path = save(report.failure.trace, `${programme}-${seed}`)
  console.log(
    `${report.failure.message}\nSaved as a trace: npm run -s replay -- ${path} --contract`,
  )
  return 1
}

process.exitCode = await main(process.argv.slice(2))

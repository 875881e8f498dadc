import { mkdirSync, writeFileSync } from 'node:fs'
import { createVm } from '../network/vm/vm.ts'
import { fuzz, type FuzzReport } from './fuzz/fuzz.ts'

const usage = 'Usage: npm run fuzz -- [--seed S] [--ops N]'

function parseOptions(args: readonly string[]): { seed: number; ops: number } | undefined {
  const options = { seed: Date.now() % 2 ** 31, ops: 20_000 }
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]!.replace(/^--/, '')
    const value = Number(args[i + 1])
    if ((name !== 'seed' && name !== 'ops') || !Number.isSafeInteger(value) || value < 0)
      return undefined
    options[name] = value
  }
  return options
}

/** Writes the failing sequence as a trace with the model's results, and answers where. */
function save(trace: NonNullable<FuzzReport['failure']>['trace'], seed: number): string {
  mkdirSync('build/fuzz', { recursive: true })
  const path = `build/fuzz/seed-${seed}.jsonl`
  writeFileSync(path, trace.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args)
  if (options === undefined) {
    console.error(usage)
    return 2
  }
  console.log(
    `Model and Clarity contract side by side: seed ${options.seed}, ${options.ops} operations at least`,
  )
  const start = performance.now()
  let reported = 0
  const report = await fuzz(await createVm(), {
    ...options,
    onSequence: (ops) => {
      if (ops - reported < 2000) return
      reported = ops
      console.log(`${ops} operations`)
    },
  })
  for (const [outcome, times] of [...report.outcomes].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(times).padStart(7)}  ${outcome}`)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${report.ops} operations in ${report.sequences} sequences, ${seconds} s, ${report.failure ? 1 : 0} differences`,
  )
  if (report.failure === undefined) return 0
  const path = save(report.failure.trace, options.seed)
  console.log(
    `${report.failure.message}\nSaved as a trace: npm run -s replay -- ${path} --contract`,
  )
  return 1
}

process.exitCode = await main(process.argv.slice(2))

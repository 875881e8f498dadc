import { parseArgs } from 'node:util'
import { runScenario } from '../../protocol/hyperstaking/scenario/run.ts'
import { BadScenario, loadScenario } from './hyperstake/load.ts'
import { asJson, report } from './hyperstake/report.ts'

const USAGE = `Runs a staking pool through deposits, epochs, exits and faults, and reports results.

  npm run hyperstake -- scenario.json [--json] [--draw 1,3]

  --json   the whole result as JSON, amounts in LUX
  --draw   steps whose message flow is drawn (Mermaid), instead of those the file names

Examples are in docs/examples/; the format is described in docs/hyperstaking.md.`

const stepsOf = (text: string): number[] => {
  const steps = text.split(',').map(Number)
  if (!steps.every((step) => Number.isInteger(step) && step > 0))
    throw new BadScenario('--draw takes step numbers, like 1,3')
  return steps
}

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      draw: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [path] = positionals
  if (values.help || path === undefined) {
    process.stdout.write(`${USAGE}\n`)
    return values.help ? 0 : 2
  }
  const { scenario, draw } = await loadScenario(path)
  const result = runScenario(scenario)
  process.stdout.write(
    `${values.json ? asJson(result) : report(scenario, result, values.draw === undefined ? draw : stepsOf(values.draw))}\n`,
  )
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (
    !(error instanceof BadScenario) &&
    !(error instanceof RangeError) &&
    !(error instanceof TypeError && 'code' in error)
  )
    throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

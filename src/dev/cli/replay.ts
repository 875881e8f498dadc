import { BadFile } from './replay/bad-file.ts'
import { modelDriver } from './replay/model-driver.ts'
import { poxModelDriver } from './replay/pox/model-driver.ts'
import { checkWithMaths, replayFile, type Target } from './replay/replay.ts'

const usage = 'Usage: npm run -s replay -- FILE.jsonl [--contract]'

/** The TypeScript model, or with `--contract` our Clarity contract in the VM. */
async function chooseTarget(contract: boolean): Promise<Target> {
  if (!contract) return { driver: modelDriver, vectors: checkWithMaths, pox: poxModelDriver }
  const { contractTarget } = await import('./replay/contract-target.ts')
  return contractTarget
}

async function main(args: readonly string[]): Promise<number> {
  const options = args.filter((arg) => arg.startsWith('-'))
  const files = args.filter((arg) => !arg.startsWith('-'))
  if (options.some((option) => option !== '--contract') || files.length !== 1) {
    console.error(usage)
    return 2
  }
  try {
    const report = await replayFile(files[0]!, await chooseTarget(options.length > 0))
    for (const { line, text } of report.mismatches) console.log(`line ${line}: ${text}`)
    console.log(`${report.steps} steps, ${report.mismatches.length} mismatches`)
    return report.mismatches.length === 0 ? 0 : 1
  } catch (error) {
    if (error instanceof BadFile) console.error(`line ${error.line}: ${error.message}`)
    else if (error instanceof Error && 'code' in error)
      console.error(`${files[0]} cannot be read: ${error.message}`)
    else throw error
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))

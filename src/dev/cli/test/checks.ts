import { availableParallelism } from 'node:os'
import { ensureBrowser } from '../browsers.ts'
import { captureTool } from './run-tool.ts'
import type { Tally } from './tally.ts'

type Check = readonly [title: string, tool: readonly [string, ...string[]]]

/** By its path: the compiler whose parts the build uses has a command of the same name. */
const tsc = 'typescript-native/bin/tsc'

const build: Check = ['build', ['tsx', 'src/dev/cli/build.ts']]
const staticChecks: readonly Check[] = [
  ['types', [tsc, '--noEmit', '-p', '.']],
  ['types of protocol, without DOM or Node', [tsc, '--noEmit', '-p', 'src/protocol']],
  ['unused code', ['knip', '--no-progress']],
  ['floors and licences of imports', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs']],
  ['lint', ['oxlint', 'src', 'test']],
  ['format', ['oxfmt', '--check']],
]

/** The build, and with `all` every check that reads the sources; each counts as one. */
export async function runChecks(tally: Tally, { all }: { all: boolean }): Promise<void> {
  const queue = [build, ...(all ? staticChecks : [])]
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await runCheck(tally, next)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
}

async function runCheck(tally: Tally, [title, tool]: Check): Promise<void> {
  const started = performance.now()
  const { status, output } = await captureTool(tool)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
  if (status !== 0) console.log(output.trimEnd())
  tally.record(title, status === 0)
}

/** Installs the browsers where it can; a missing browser counts as a failure. */
export function ensureBrowsers(tally: Tally): void {
  try {
    ensureBrowser('chromium')
    ensureBrowser('firefox')
  } catch (error) {
    console.log(String(error))
    tally.record('browsers', false)
  }
}

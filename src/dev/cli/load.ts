import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBrowser } from './browsers.ts'

/**
 * `npm run load`: the full load of test/e2e/load.test.ts, every fault of test/e2e/faults*.test.ts
 * and every screen in every language and theme, of which the browser tests play a part; and every
 * fault and kill of the keeper, of which the contract tests do. Prints their tables.
 */
ensureBrowser('chromium')
const bin = (name: string) => join('node_modules', '.bin', name)
const run = (command: string, args: string[]) =>
  spawnSync(bin(command), args, { stdio: 'inherit', env: { ...process.env, TWINSTACK_LOAD: '1' } })
    .status ?? 1
const built = run('tsx', ['src/dev/cli/build.ts'])
const files = ['load', 'faults', 'faults-dusk', 'screens'].map((name) => `test/e2e/${name}.test.ts`)
process.exit(
  built ||
    run('vitest', [
      'run',
      '--project',
      'exhaustive',
      '--no-file-parallelism',
      ...['keeper-faults', 'keeper-killed'].map(
        (name) => `test/contract/exhaustive/${name}.test.ts`,
      ),
    ]) ||
    run('vitest', [
      'run',
      '--project',
      'browser',
      '--no-file-parallelism',
      ...files,
      ...process.argv.slice(2),
    ]),
)

import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { testWorkers } from './src/dev/test-workers.ts'
import { testLimitMs, waitLimitMs } from './src/dev/wait-limit.ts'
import { ProjectSequencer } from './test/support/project-sequencer.ts'
import shared from './vite.config.ts'

const sources = fileURLToPath(new URL('src', import.meta.url))
/** The package by its own name, as the examples of the docs import it. */
const packageEntries = [
  { find: /^twinstack$/, replacement: `${sources}/protocol/index.ts` },
  {
    find: /^twinstack\/(dual-stacking|hyperstaking|hyperstaking\/rkyv)$/,
    replacement: `${sources}/protocol/$1/index.ts`,
  },
  {
    find: /^twinstack\/bitcoin-staking$/,
    replacement: `${sources}/chain/bitcoin-staking.ts`,
  },
  { find: /^twinstack\/chain$/, replacement: `${sources}/chain/index.ts` },
]

const contract: TestProjectInlineConfiguration['test'] = {
  pool: 'forks',
  // A Clarity VM runs much code a few times: compiling it better in the background costs more than
  // it gains.
  execArgv: ['--wasm-tiering-budget=20000000'],
}
const browser: TestProjectInlineConfiguration['test'] = {
  pool: 'forks',
  environment: './test/support/shared/environment.ts',
}

export default defineConfig({
  ...shared,
  resolve: { alias: packageEntries },
  test: {
    environment: 'node',
    maxWorkers: testWorkers(),
    // Loading the same modules for each file again, and compiling the VM again, takes longer than
    // many a file's tests.
    isolate: false,
    testTimeout: testLimitMs,
    hookTimeout: testLimitMs,
    teardownTimeout: testLimitMs,
    expect: { poll: { timeout: waitLimitMs, interval: 50 } },
    sequence: { sequencer: ProjectSequencer },
    projects: [
      {
        extends: true,
        test: { name: 'contract', include: ['test/contract/*.test.ts'], ...contract },
      },
      {
        extends: true,
        test: {
          name: 'exhaustive',
          include: ['test/contract/exhaustive/*.test.ts'],
          ...contract,
        },
      },
      {
        extends: true,
        test: { name: 'main-jobs', include: ['test/e2e/main-jobs/*.test.ts'], ...browser },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/e2e/*.test.ts'], ...browser },
      },
      {
        extends: true,
        test: { name: 'partners', include: ['test/partners/*.test.ts'], ...browser },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup.ts'],
        },
      },
    ],
  },
})

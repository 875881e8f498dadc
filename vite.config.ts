import { defineConfig } from 'vitest/config'

/**
 * What every build and test shares. The outputs themselves are listed in src/dev/cli/build.ts, one
 * plain `build()` call each.
 */
export default defineConfig({
  base: './',
  worker: { format: 'es' },
  build: { modulePreload: false, target: 'es2022' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // By default one core of two would idle; browser tests wait for much besides.
    maxWorkers: 3,
    // Loading the same modules anew for each file, and compiling the VM again, takes longer than
    // many a file's tests.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['test/support/setup.ts'],
          // For a machine that does much else; no test waits for time to pass.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
          // A Clarity VM runs much code a few times: compiling it better in the background costs
          // more than it gains.
          execArgv: ['--wasm-tiering-budget=20000000'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          pool: 'forks',
        },
      },
    ],
  },
})

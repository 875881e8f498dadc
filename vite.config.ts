import type { UserConfig } from 'vite'

/**
 * What every build shares, and the tests with them. The outputs are listed in src/dev/cli/build.ts,
 * one plain `build()` call each.
 */
const config: UserConfig = {
  base: './',
  worker: { format: 'es' },
  build: { modulePreload: false, target: 'es2022' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}
export default config

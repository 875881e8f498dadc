import { chmod } from 'node:fs/promises'
import { build } from 'vite'
import { replaceOutput } from './replace-output.ts'
import { recordModules } from './shipped-modules.ts'
import { dist, root } from './vite.ts'

/**
 * Dist/keeper: the command `twinstack` as one module with all that it needs, so that whoever
 * installs the package for its library installs nothing for the keeper.
 */
export const buildKeeper = (): Promise<void> =>
  replaceOutput(`${dist}/keeper`, async (out) => {
    await build({
      configFile: `${root}vite.config.ts`,
      logLevel: 'warn',
      publicDir: false,
      root,
      ...recordModules('keeper'),
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: `${root}src/keeper/main.ts`,
        outDir: out,
        emptyOutDir: false,
        minify: false,
        target: 'node20',
        rolldownOptions: {
          output: {
            entryFileNames: 'twinstack.js',
            codeSplitting: false,
            banner: '#!/usr/bin/env node',
          },
        },
      },
    })
    await chmod(`${root}${out}/twinstack.js`, 0o755)
  })

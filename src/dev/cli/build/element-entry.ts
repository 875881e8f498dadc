import { writeFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { build, type Plugin } from 'vite'
import { filesWithEffects } from './files-with-effects.ts'
import { recordModules } from './shipped-modules.ts'
import { dist, root } from './vite.ts'

const noPins = `${root}src/dev/cli/build/no-pins.ts`
const out = `${root}${dist}/widget`
/** What the element loads on first use are the files that `boost.js` loads. */
const beside: Plugin = {
  name: 'twinstack:beside',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.\.?\/.*\.ts$/ },
    handler: (id, importer) => {
      const name = posix.basename(id, '.ts')
      if (name === 'verify-chunk') return noPins
      const later =
        importer?.includes('/src/widget/') &&
        /^\.\/(snapshot|chain|actions|boost-language)\.ts$/.test(id)
      return later ? { id: `./${name}.js`, external: true } : null
    },
  },
}

/**
 * Dist/widget/element.js: the element's class without its registration, for bundlers that drop
 * unused code; and the package field that allows them to.
 */
export async function buildElementEntry(cssTarget: string[]): Promise<void> {
  await build({
    configFile: `${root}vite.config.ts`,
    logLevel: 'warn',
    publicDir: false,
    root,
    plugins: [...recordModules('widget').plugins, beside],
    build: {
      outDir: out,
      emptyOutDir: false,
      cssTarget,
      lib: {
        entry: `${root}src/widget/dual-stacking/element.ts`,
        formats: ['es'],
        fileName: 'element',
      },
      minify: 'oxc',
      rolldownOptions: { output: { entryFileNames: 'element.js', minify: true } },
    },
    worker: {
      ...recordModules('widget').worker,
      rolldownOptions: { output: { entryFileNames: 'twinstack-boost-worker.js' } },
    },
  })
  const sideEffects = filesWithEffects.map((file) => `./${file}`)
  const fields = JSON.stringify({ type: 'module', sideEffects })
  await writeFile(`${out}/package.json`, `${fields}\n`)
}

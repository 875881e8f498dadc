import { build, type InlineConfig, type Plugin } from 'vite'
import { chunkFileNames } from './chunk-names.ts'
import { recordModules } from './shipped-modules.ts'
import { dist, root } from './vite.ts'

export const poolOut = `${root}${dist}/widget/pool`
const from = `${root}src/widget/hyperstaking`

/**
 * What is loaded on first use is built separately: code shared with the core is in both, so that
 * the core is one file, which one hash pins.
 */
const apart = ['chain', 'actions', 'snapshot']
const keptApart: Plugin = {
  name: 'twinstack:kept-apart',
  enforce: 'pre',
  resolveId: (id) =>
    apart.some((name) => id === `./${name}.ts`)
      ? { id: id.replace('.ts', '.js'), external: true }
      : null,
}

const options = (
  entry: string | Record<string, string>,
  more: { plugins: Plugin[]; cssTarget: string[] },
): InlineConfig => ({
  configFile: `${root}vite.config.ts`,
  logLevel: 'warn',
  publicDir: false,
  root,
  plugins: [...recordModules('widget').plugins, ...more.plugins],
  build: {
    outDir: poolOut,
    emptyOutDir: false,
    lib: { entry, formats: ['es'] },
    minify: 'oxc',
    cssTarget: more.cssTarget,
    rolldownOptions: {
      output: { entryFileNames: '[name].js', chunkFileNames, minify: true },
    },
  },
  worker: {
    ...recordModules('widget').worker,
    rolldownOptions: { output: { entryFileNames: 'twinstack-pool-worker.js' } },
  },
})

/**
 * Dist/widget/pool: `pool.js`, the element `<hyperstaking-pool>`, which calculates on its own, next
 * to the chunks for network, wallet and languages, and the worker; `cssTarget`: browsers that its
 * style is written for.
 */
export async function buildPoolWidget(cssTarget: string[]): Promise<void> {
  await build(options({ pool: `${from}/index.ts` }, { plugins: [keptApart], cssTarget }))
  await build(
    options(Object.fromEntries(apart.map((name) => [name, `${from}/${name}.ts`])), {
      plugins: [],
      cssTarget,
    }),
  )
}

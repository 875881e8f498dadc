import { existsSync } from 'node:fs'
import { build, type InlineConfig, type Plugin } from 'vite'
import { chunkFileNames } from './chunk-names.ts'
import { pureSchemas } from './pure-schemas.ts'
import { recordModules } from './shipped-modules.ts'
import { root } from './vite.ts'

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

/** A widget in a folder of its own beside the first one. */
export interface WidgetFolder {
  /** Name of its core's file, and in that of its worker's. */
  name: string
  /** Folder of its sources, and the one that it is built into. */
  from: string
  out: string
  /** Browsers that its style is written for. */
  cssTarget: string[]
  plugins?: Plugin[]
  resolve?: InlineConfig['resolve']
}

const options = (
  { name, out, cssTarget, plugins = [], resolve = {} }: WidgetFolder,
  entry: Record<string, string>,
  more: Plugin[] = [],
): InlineConfig => ({
  configFile: `${root}vite.config.ts`,
  logLevel: 'warn',
  publicDir: false,
  root,
  plugins: [...recordModules('widget').plugins, pureSchemas(), ...plugins, ...more],
  resolve,
  build: {
    outDir: out,
    emptyOutDir: false,
    lib: { entry, formats: ['es'] },
    minify: 'oxc',
    cssTarget,
    rolldownOptions: {
      output: { entryFileNames: '[name].js', chunkFileNames, minify: true },
    },
  },
  worker: {
    ...recordModules('widget').worker,
    rolldownOptions: { output: { entryFileNames: `twinstack-${name}-worker.js` } },
  },
})

/**
 * Builds a widget's core, which calculates on its own, next to the chunks for network, wallet and
 * languages, and the worker.
 */
export async function buildWidgetFolder(widget: WidgetFolder): Promise<void> {
  const { name, from } = widget
  await build(options(widget, { [name]: `${from}/index.ts` }, [keptApart]))
  const later = apart.filter((each) => existsSync(`${from}/${each}.ts`))
  await build(
    options(widget, Object.fromEntries(later.map((each) => [each, `${from}/${each}.ts`]))),
  )
}

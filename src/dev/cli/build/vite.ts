import { fileURLToPath } from 'node:url'
import { build, mergeConfig, type InlineConfig } from 'vite'
import { chunkFileNames, type Chunk } from './chunk-names.ts'
import { pureSchemas } from './pure-schemas.ts'

export const root = fileURLToPath(new URL('../../../../', import.meta.url))

/**
 * The folder of what ships, from the root. A release that only checks itself builds next to the
 * real one.
 */
export const dist = process.env['TWINSTACK_DIST'] ?? 'dist'

const shared: InlineConfig = {
  plugins: [pureSchemas()],
  configFile: `${root}vite.config.ts`,
  logLevel: 'warn',
  publicDir: false,
}

/**
 * Pages and the workers they start: ES modules with shared chunks. `pages` are HTML files under
 * `folder`, whose layout the output keeps; their scripts go to the output's folder `assets`. Pages
 * of one call share code; a page that should not be split for another's sake is built by a separate
 * call.
 */
export async function buildPages(
  folder: string,
  pages: string[],
  outDir: string,
  { assets = 'assets', ...more }: InlineConfig & { assets?: string } = {},
): Promise<void> {
  const output = {
    entryFileNames: `${assets}/[name].js`,
    chunkFileNames: (chunk: Chunk) => `${assets}/${chunkFileNames(chunk)}`,
    assetFileNames: `${assets}/[name][extname]`,
  }
  await build(
    mergeConfig(
      {
        ...shared,
        root: `${root}${folder}`,
        build: {
          outDir: `${root}${outDir}`,
          emptyOutDir: true,
          // A page requests its entry's imports at once, not one after another as it meets them.
          modulePreload: { polyfill: false },
          rolldownOptions: { input: pages.map((page) => `${root}${folder}/${page}`), output },
        },
        worker: { rolldownOptions: { output } },
      },
      more,
    ),
  )
}

/** One classic script, everything inlined: for background, content scripts and injected scripts. */
export async function buildScript(
  entry: string,
  outDir: string,
  name: string,
  more: InlineConfig = {},
): Promise<void> {
  await build(
    mergeConfig(
      {
        ...shared,
        root,
        build: {
          outDir: `${root}${outDir}`,
          emptyOutDir: false,
          rolldownOptions: {
            input: `${root}${entry}`,
            // In one classic script nothing is imported later, so what vite's import helper would
            // do with import.meta never runs.
            checks: { emptyImportMeta: false },
            output: {
              format: 'iife',
              codeSplitting: false,
              entryFileNames: `${name}.js`,
              assetFileNames: `${name}[extname]`,
            },
          },
        },
      },
      more,
    ),
  )
}

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import ts from 'typescript'
import { build } from 'vite'
import { chunkFileNames, isTranslation } from './chunk-names.ts'
import { buildElementEntry } from './element-entry.ts'
import { useJsImports } from './lib.ts'
import { noSigning } from './no-signing.ts'
import { noWalletListings } from './no-wallet-listings.ts'
import { pinChunks } from './pin-chunks.ts'
import { poolOut, buildPoolWidget } from './pool-widget.ts'
import { publishWorkerUrlOf } from './publish-worker-url.ts'
import { pureEnums } from './pure-enums.ts'
import { pureSchemas } from './pure-schemas.ts'
import { writeServerComponentEntry } from './server-component.ts'
import { recordModules } from './shipped-modules.ts'
import { stubs } from './stubs.ts'
import { dist, root } from './vite.ts'
import { buildYieldWidget, yieldOut } from './yield-widget.ts'

const out = `${root}${dist}/widget`
const cssTarget = ['chrome123', 'firefox121', 'safari17.5']
/** Entries that define the element and declare its types for a framework. */
const frameworks = ['preact', 'react', 'svelte', 'vue']

/**
 * Declarations of the npm entries and of the files that they refer to, for editors and compilers.
 */
async function declareTypes(): Promise<void> {
  const declared = new Set([
    'index',
    'hyperstaking/index',
    'bitcoin-staking/index',
    ...frameworks.flatMap((name) => [
      `frameworks/${name}`,
      `frameworks/pool/${name}`,
      `frameworks/yield/${name}`,
    ]),
  ])
  for (const name of declared) {
    const fileName = `${name}.ts`
    const { outputText, diagnostics } = ts.transpileDeclaration(
      await readFile(`${root}src/widget/${fileName}`, 'utf8'),
      {
        fileName,
        reportDiagnostics: true,
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
        },
      },
    )
    const [wrong] = diagnostics ?? []
    if (wrong)
      throw new Error(
        `The types of ${fileName} cannot be declared: ${ts.flattenDiagnosticMessageText(wrong.messageText, '\n')}`,
      )
    const to = `${out}/types/${name}.d.ts`
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, useJsImports(outputText))
    for (const [, path] of outputText.matchAll(/from ['"](\.[^'"]+)\.ts['"]/g))
      declared.add(posix.join(dirname(name), path!))
  }
}

export interface WidgetFile {
  file: string
  bytes: number
  gzip: number
  /** Files imported when this one loads. */
  imports: string[]
  /** Files imported on first use. */
  later: string[]
}

/**
 * Dist/widget: `boost.js`, which calculates on its own, next to the chunks for network, wallet and
 * languages, the worker, the other widgets in their own folders, and the types of the npm entries.
 */
export async function buildWidget(): Promise<void> {
  await build({
    configFile: `${root}vite.config.ts`,
    logLevel: 'warn',
    publicDir: false,
    root,
    plugins: [
      ...recordModules('widget').plugins,
      noSigning(),
      noWalletListings(),
      pureEnums(),
      pureSchemas(),
    ],
    resolve: { alias: stubs },
    build: {
      outDir: out,
      emptyOutDir: true,
      // As a library: dynamic imports stay plain, without a helper for preloading.
      lib: { entry: `${root}src/widget/index.ts`, formats: ['es'], fileName: 'boost' },
      minify: 'oxc',
      // These browsers know what the style sheet uses; written for older ones it would be twice as
      // long and ignore `dir`.
      cssTarget,
      rolldownOptions: {
        output: { entryFileNames: 'boost.js', chunkFileNames, minify: true },
      },
    },
    worker: {
      ...recordModules('widget').worker,
      rolldownOptions: { output: { entryFileNames: 'twinstack-boost-worker.js' } },
    },
  })
  await buildElementEntry(cssTarget)
  await buildPoolWidget(cssTarget)
  await buildYieldWidget(cssTarget)
  for (const file of ['boost.js', 'element.js', 'pool/pool.js', 'yield/yield.js'])
    await publishWorkerUrlOf(`${out}/${file}`)
  await pinChunks(out, 'boost.js')
  await pinChunks(poolOut, 'pool.js')
  await pinChunks(yieldOut, 'yield.js')
  await writeServerComponentEntry(out)
  await declareTypes()
  const files = await listWidgetFiles()
  const { version, integrity } = await readRelease()
  console.log(`twinstack/widget ${version}`)
  const logFile = (name: string, bytes: number, gzip: number) =>
    console.log(
      `  ${name.padEnd(24)} ${String(bytes).padStart(7)} B ${String(gzip).padStart(7)} B gz`,
    )
  for (const { file, bytes, gzip } of files) logFile(file, bytes, gzip)
  for (const [folder, from] of [
    ['pool', poolOut],
    ['yield', yieldOut],
  ] as const)
    for (const { file, bytes, gzip } of await listWidgetFiles(from))
      logFile(`${folder}/${file}`, bytes, gzip)
  const walletFiles = files.map(({ file }) => file).filter(isWalletPath)
  const core = sumGzip(files, ['boost.js'])
  const whole = sumGzip(files, ['boost.js', ...walletFiles])
  console.log(`  core (boost.js and all it imports at once) ${core} B gz`)
  console.log(`  everything with wallet code ${whole} B gz`)
  console.log(`  integrity ${integrity}`)
}

const offPath = [
  'element',
  'server-component',
  'more-pins',
  'no-wallet-connect',
  'boost-language',
  'contract-en',
  'twinstack-boost-worker',
  'snapshot',
  'rewards',
  'account-questions',
  'follow-transaction',
]

/**
 * The other entry, a stand-in that never loads, language chunks, snapshots, the worker and later
 * rewards are not on the path to a signature.
 */
const isWalletPath = (file: string): boolean =>
  !isTranslation(file) && !offPath.includes(file.replace(/\.js$/, ''))

/** The files of a built widget, with their sizes at gzip's best compression. */
export async function listWidgetFiles(folder = out): Promise<WidgetFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  return Promise.all(
    names.map(async (file) => {
      const code = await readFile(`${folder}/${file}`)
      const text = code.toString()
      const named = (pattern: RegExp) => [
        ...new Set([...text.matchAll(pattern)].map((match) => match[1]!)),
      ]
      return {
        file,
        bytes: code.length,
        gzip: gzipSync(code, { level: 9 }).length,
        imports: named(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g),
        later: named(/import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g),
      }
    }),
  )
}

/** Bytes, gzipped, of files and everything that they import when they load. */
export function sumGzip(files: WidgetFile[], names: string[]): number {
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    files.find(({ file }) => file === name)?.imports.forEach(visit)
  }
  names.forEach(visit)
  return files.filter(({ file }) => seen.has(file)).reduce((total, { gzip }) => total + gzip, 0)
}

/** Version and SRI hash of a widget's core, for a script tag that pins it. */
export async function readRelease(
  core = 'boost.js',
): Promise<{ version: string; integrity: string }> {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
    version: string
  }
  return {
    version,
    integrity: `sha384-${createHash('sha384')
      .update(await readFile(`${out}/${core}`))
      .digest('base64')}`,
  }
}

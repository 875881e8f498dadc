import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import ts from 'typescript'
import { build } from 'vite'
import { replaceOutput } from './replace-output.ts'
import { recordModules } from './shipped-modules.ts'
import { stubs } from './stubs.ts'
import { dist, root } from './vite.ts'

const protocol = `${root}src/protocol`
const entries = [
  'index.ts',
  'dual-stacking/index.ts',
  'bitcoin-staking/index.ts',
  'hyperstaking/index.ts',
  'hyperstaking/rkyv/index.ts',
]
/** What has a client of networks in it, which needs packages. */
const clients = ['index', 'bitcoin-staking']
/** A vault that protocols build upon, and what it is tested with: texts, as they are. */
const samples = ['sample-defi.clar', 'sample-defi.scenario.json', 'dual-stacking-stub.clar']
/** The protocol modules that need a package: its code is bundled. */
const withPackages = ['clarity/hashes', 'clarity/recover-key', 'hyperstaking/rkyv/point']

/**
 * Dist/lib: the protocols as plain modules, one file each, which import nothing but each other, and
 * in `chain/` the network clients, each entry as one module. Each with its declarations.
 */
export const buildLibrary = (): Promise<void> =>
  replaceOutput(`${dist}/lib`, async (out) => {
    const files = [...emitProtocols(), ...declareClients()]
    for (const [path, text] of files) {
      const to = `${root}${out}/${path}`
      await mkdir(dirname(to), { recursive: true })
      await writeFile(to, path.endsWith('.d.ts') ? useJsImports(text) : text)
    }
    for (const name of clients) await bundle(`${root}src/chain/${name}.ts`, `${out}/chain`, name)
    await mkdir(`${root}${out}/contracts`, { recursive: true })
    for (const file of samples)
      await copyFile(`${root}src/contracts/${file}`, `${root}${out}/contracts/${file}`)
    for (const path of withPackages)
      await bundle(`${protocol}/${path}.ts`, dirname(`${out}/${path}`), basename(path))
  })

type Emitted = [path: string, text: string][]

const emitProtocols = (): Emitted =>
  emit(
    protocol,
    entries.map((entry) => `${protocol}/${entry}`),
    { ...optionsOf(protocol), declaration: true, rewriteRelativeImportExtensions: true },
  )

/** Declarations of the clients; the protocols, which they refer to, are one folder up. */
const declareClients = (): Emitted =>
  emit(
    `${root}src`,
    clients.map((name) => `${root}src/chain/${name}.ts`),
    { ...optionsOf(root), declaration: true, emitDeclarationOnly: true },
  ).map(([path, text]) => [
    path.replace(/^protocol\//, ''),
    text.replaceAll(/((?:from |import\()['"](?:\.\.\/)+)protocol\//g, '$1'),
  ])

function emit(from: string, names: string[], options: ts.CompilerOptions): Emitted {
  const files: Emitted = []
  const program = ts.createProgram(names, {
    ...options,
    noEmit: false,
    allowImportingTsExtensions: options.emitDeclarationOnly ?? false,
    rootDir: from,
    outDir: '/',
  })
  const { diagnostics } = program.emit(undefined, (path, text) => files.push([path.slice(1), text]))
  const [wrong] = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (wrong)
    throw new Error(
      `The library cannot be built: ${wrong.file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(wrong.messageText, '\n')}`,
    )
  return files
}

function optionsOf(folder: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, ts.sys.readFile) as {
    config: unknown
  }
  return ts.parseJsonConfigFileContent(config, ts.sys, folder).options
}

/**
 * Whatever clients and curve need of other packages is bundled: the package has no dependencies,
 * and its validation shares no settings with its consumer's.
 */
async function bundle(entry: string, outDir: string, fileName: string): Promise<void> {
  await build({
    configFile: `${root}vite.config.ts`,
    logLevel: 'warn',
    publicDir: false,
    root,
    ...recordModules('lib'),
    resolve: { alias: stubs },
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName },
    },
  })
}

/** The compiler rewrites the extensions of imports in code, but not in declarations. */
export const useJsImports = (declarations: string): string =>
  declarations.replaceAll(/((?:from |import\()['"]\.[^'"]*?)\.ts(['"])/g, '$1.js$2')

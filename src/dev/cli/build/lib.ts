import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import ts from 'typescript'
import { replacing } from './replacing.ts'
import { dist, root } from './vite.ts'

const entries = ['index.ts', 'dual-stacking/index.ts', 'hyperstaking/index.ts']

/**
 * Dist/lib: the protocols as plain modules, one file each, with their declarations; they import
 * nothing but each other.
 */
export const lib = (): Promise<void> =>
  replacing(`${dist}/lib`, async (out) => {
    const from = `${root}src/protocol`
    const { config } = ts.readConfigFile(`${from}/tsconfig.json`, (path) =>
      readFileSync(path, 'utf8'),
    ) as { config: unknown }
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, from)
    const program = ts.createProgram(
      entries.map((entry) => `${from}/${entry}`),
      {
        ...options,
        noEmit: false,
        declaration: true,
        rewriteRelativeImportExtensions: true,
        allowImportingTsExtensions: false,
        rootDir: from,
        outDir: `${root}${out}`,
      },
    )
    const files: [path: string, text: string][] = []
    const { diagnostics } = program.emit(undefined, (path, text) => files.push([path, text]))
    const [wrong] = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
    if (wrong)
      throw new Error(
        `The library cannot be built: ${wrong.file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(wrong.messageText, '\n')}`,
      )
    for (const [path, text] of files) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, path.endsWith('.d.ts') ? withJsImports(text) : text)
    }
  })

/** The compiler rewrites the extensions of imports in code, not in declarations. */
export const withJsImports = (declarations: string): string =>
  declarations.replaceAll(/((?:from |import\()['"]\.[^'"]*?)\.ts(['"])/g, '$1.js$2')

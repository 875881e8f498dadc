import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/**
 * Bundles our widget and two published ones in the same way, each as a page that shows it, and writes sizes and requests into docs/widget.md.
 * Packages come from npm into a temporary folder: `npx tsx src/cli/widget-sizes.ts`, or with the beginning of a name to measure that one anew and keep the other rows.
 */
const page = (name: string, packages: string[], entry: string) => ({ name, packages, entry })
const pages = [
  page('Twinstack', [], `import '${process.cwd()}/dist/widget/boost.js'; document.body.append(document.createElement('dual-stacking-boost'))`),
  page('@lifi/widget 4.5.0', ['@lifi/widget@4.5.0', '@tanstack/react-query@5.108.0', 'react@19.3.1', 'react-dom@19.3.1'],
    "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; import { LiFiWidget } from '@lifi/widget'; createRoot(document.body).render(createElement(LiFiWidget, { integrator: 'page' }))"),
  page('@jup-ag/plugin 1.0.16', ['@jup-ag/plugin@1.0.16', '@solana/web3.js@1.98.4', '@solana/spl-token@0.1.8', 'react@18.3.1', 'react-dom@18.3.1'],
    "import '@jup-ag/plugin/css'; import { init } from '@jup-ag/plugin'; init({ displayMode: 'integrated', integratedTargetId: 'page' })"),
]

interface Chunk { file: string; gzip: number; imports: string[]; entry: boolean }

/** All files of the bundled page, with what each imports when it loads. */
async function bundle({ packages, entry }: (typeof pages)[number]): Promise<Chunk[]> {
  const root = await mkdtemp(join(tmpdir(), 'widget-sizes-'))
  try {
    await writeFile(join(root, 'package.json'), '{"private":true,"type":"module"}')
    await writeFile(join(root, 'main.js'), entry)
    if (packages.length > 0) execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--silent', ...packages], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    const result = await build({
      configFile: false, root, logLevel: 'error', publicDir: false, mode: 'production', define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: join(root, 'main.js') } },
    })
    const { output } = (Array.isArray(result) ? result[0] : result) as { output: ({ fileName: string } & ({ type: 'chunk'; code: string; imports: string[]; isEntry: boolean } | { type: 'asset'; source: string | Uint8Array }))[] }
    return output.filter(({ fileName }) => /\.(js|css)$/.test(fileName)).map((file) => ({
      file: file.fileName,
      gzip: gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length,
      imports: file.type === 'chunk' ? file.imports : [],
      // A page's style sheet loads with it.
      entry: file.type === 'chunk' ? file.isEntry : file.fileName.endsWith('.css'),
    }))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function atStart(chunks: Chunk[]): Chunk[] {
  const names = new Set<string>()
  const visit = (name: string) => {
    if (names.has(name)) return
    names.add(name)
    chunks.find(({ file }) => file === name)?.imports.forEach(visit)
  }
  for (const { file, entry } of chunks) if (entry) visit(file)
  return chunks.filter(({ file }) => names.has(file))
}

const kilobytes = (chunks: Chunk[]): string => `${(chunks.reduce((total, { gzip }) => total + gzip, 0) / 1000).toFixed(1)} kB`
const wanted = process.argv[2] ?? ''
const docs = await readFile('docs/widget.md', 'utf8')
const kept = docs.split('\n').filter((line) => line.startsWith('| '))
const lines = ['| widget, with everything it needs | loaded at the start | files at the start | all of it, every chunk |', '|---|---|---|---|']
for (const each of pages) {
  const row = kept.find((line) => line.startsWith(`| ${each.name} |`))
  if (row && !each.name.startsWith(wanted)) lines.push(row)
  else {
    const chunks = await bundle(each)
    const start = atStart(chunks)
    lines.push(`| ${each.name} | ${kilobytes(start)} | ${start.length} | ${kilobytes(chunks)} |`)
  }
  console.log(lines.at(-1))
}
await writeFile('docs/widget.md', docs.replace(/(<!-- sizes -->\n)[^]*?(<!-- \/sizes -->)/, `$1${lines.join('\n')}\n$2`))

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root } from '../build/vite.ts'

/**
 * A page made of packages, as its own entry script. `packages`: name and version each; empty when
 * the page uses this project alone.
 */
export interface PeerPage {
  name: string
  packages: readonly string[]
  entry: string
}

/** A file of a bundled page; `gzip` in bytes, `imports` are loaded with it. */
export interface BundledChunk {
  file: string
  code: string
  gzip: number
  imports: string[]
  entry: boolean
}

/** Our widget as a page that shows it. */
export const ours: PeerPage = {
  name: 'Twinstack',
  packages: [],
  entry: `import '${root}dist/widget/boost.js'; document.body.append(document.createElement('dual-stacking-boost'))`,
}

/** Widgets that others have published, as pages that show them. */
export const published: readonly PeerPage[] = [
  {
    name: '@lifi/widget 4.5.0',
    packages: [
      '@lifi/widget@4.5.0',
      '@tanstack/react-query@5.108.0',
      'react@19.3.1',
      'react-dom@19.3.1',
    ],
    entry:
      "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; import { LiFiWidget } from '@lifi/widget'; createRoot(document.body).render(createElement(LiFiWidget, { integrator: 'page' }))",
  },
  {
    name: '@jup-ag/plugin 1.0.16',
    packages: [
      '@jup-ag/plugin@1.0.16',
      '@solana/web3.js@1.98.4',
      '@solana/spl-token@0.1.8',
      'react@18.3.1',
      'react-dom@18.3.1',
    ],
    entry:
      "import '@jup-ag/plugin/css'; import { init } from '@jup-ag/plugin'; init({ displayMode: 'integrated', integratedTargetId: 'page' })",
  },
]

/**
 * A page that only renders our widget's first sentence, with the library that most pages are made
 * with; it signals when that is done, as the widget does.
 */
export const reactPage: PeerPage = {
  name: 'react-dom 19.3.1',
  packages: [],
  entry: `import { createElement, useEffect } from 'react'
    import { createRoot } from 'react-dom/client'
    const Page = () => {
      useEffect(() => void dispatchEvent(new Event('boost-ready')), [])
      return createElement('p', null, '5.33× boost')
    }
    const main = document.body.appendChild(document.createElement('main'))
    createRoot(main).render(createElement(Page))`,
}

/**
 * Where a page's packages are kept once they have been fetched; a page without any uses this
 * project's.
 */
const folderOf = ({ name, packages }: PeerPage): string =>
  `${root}build/peers/${name.replaceAll(/[^\w.]+/g, '-')}${packages.length > 0 ? '' : '-page'}`

/** Whether a page's packages are there. */
export const isThere = (page: PeerPage): boolean =>
  page.packages.length === 0 || existsSync(`${folderOf(page)}/node_modules/.package-lock.json`)

/** All files of the bundled page. Missing packages come from npm, without their install scripts. */
export async function bundle(page: PeerPage): Promise<BundledChunk[]> {
  const folder = folderOf(page)
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/main.js`, page.entry)
  if (!isThere(page)) {
    await writeFile(`${folder}/package.json`, '{"private":true,"type":"module"}')
    execFileSync(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--ignore-scripts',
        '--legacy-peer-deps',
        '--silent',
        ...page.packages,
      ],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    )
  }
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    publicDir: false,
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: `${folder}/main.js` },
    },
  })
  const { output } = (Array.isArray(result) ? result[0] : result) as {
    output: ({ fileName: string } & (
      | { type: 'chunk'; code: string; imports: string[]; isEntry: boolean }
      | { type: 'asset'; source: string | Uint8Array }
    ))[]
  }
  return output
    .filter(({ fileName }) => /\.(js|css)$/.test(fileName))
    .map((file) => ({
      file: file.fileName,
      code: file.type === 'chunk' ? file.code : file.source.toString(),
      gzip: gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length,
      imports: file.type === 'chunk' ? file.imports : [],
      // A page's style sheet loads with it.
      entry: file.type === 'chunk' ? file.isEntry : file.fileName.endsWith('.css'),
    }))
}

/** The files that load with the page. */
export function atStart(chunks: readonly BundledChunk[]): BundledChunk[] {
  const names = new Set<string>()
  const visit = (name: string) => {
    if (names.has(name)) return
    names.add(name)
    chunks.find(({ file }) => file === name)?.imports.forEach(visit)
  }
  for (const { file, entry } of chunks) if (entry) visit(file)
  return chunks.filter(({ file }) => names.has(file))
}

/** Gzipped size of files, kB. */
export const kilobytes = (chunks: readonly BundledChunk[]): number =>
  chunks.reduce((total, { gzip }) => total + gzip, 0) / 1000

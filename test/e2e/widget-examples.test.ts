import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { compile } from 'svelte/compiler'
import { build, type Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSSRApp } from 'vue'
import { compileScript, parse } from 'vue/compiler-sfc'
import { renderToString } from 'vue/server-renderer'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { openWatchedPage, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { sampleYieldSnapshot } from '../../src/dev/browser/sample-yield-snapshot.ts'
import { ServerRenderedApp } from '../../src/dev/browser/server-rendered-app.ts'
import { sharedBrowser } from '../support/shared/browser.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
let browser: Browser
let site: PartnerSite

beforeAll(async () => {
  ;[browser, site] = await Promise.all([sharedBrowser(), servePartnerSite()])
})
afterAll(() => site?.close())

/** Each framework's own compiler, as its bundler plugin calls it. */
const components: Plugin = {
  name: 'components',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('mount:') ? `\0${id}.ts` : undefined),
  load(id) {
    const [, file] = /^\0mount:(.*)\.ts$/.exec(id) ?? []
    if (file?.endsWith('.vue'))
      return `import { createApp } from 'vue'; import App from '${root}public/examples/${file}'; createApp(App).mount(document.body)`
    if (file?.endsWith('.svelte'))
      return `import { mount } from 'svelte'; import App from '${root}public/examples/${file}'; mount(App, { target: document.body })`
    return undefined
  },
  transform(code, id) {
    if (id.endsWith('.svelte'))
      return { code: compile(code, { filename: id, generate: 'client' }).js.code, map: null }
    if (!id.endsWith('.vue')) return undefined
    const { descriptor } = parse(code, { filename: id })
    const script = compileScript(descriptor, {
      id: 'example',
      inlineTemplate: true,
      templateOptions: {
        compilerOptions: { isCustomElement: (tag) => tag.includes('-') },
      },
    })
    return { code: script.content, map: null, moduleType: 'ts' }
  },
}

const entries = ['typescript.ts', 'preact.tsx', 'react.tsx', 'mount:vue.vue', 'mount:svelte.svelte']
const manager = 'SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.your-manager'
const widgets = [
  { folder: '', tag: 'dual-stacking-boost', part: 'boost', shows: '5.33', title: /^5\.33/ },
  {
    folder: 'yield/',
    tag: 'bitcoin-staking-yield',
    part: 'reward',
    shows: /^~\d/,
    title: /^1\d{5} sats/,
  },
]
const examples = widgets.flatMap((widget) =>
  entries.map((entry) => ({ ...widget, entry: entry.replace(/[^:]+$/, `${widget.folder}$&`) })),
)

describe('an example of each framework', () => {
  it.each(examples)(
    '$entry: builds from the npm entry, shows the figures and hears the events',
    async ({ entry, tag, part, shows, title }) => {
      const name = entry.replace(/\W/g, '-')
      site.pages.set('/yield.json', await sampleYieldSnapshot({ manager }))
      const result = await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        root,
        plugins: [components],
        mode: 'production',
        define: { 'process.env.NODE_ENV': '"production"' },
        oxc: { jsx: { runtime: 'automatic', development: false } },
        resolve: { conditions: ['browser'] },
        build: {
          write: false,
          modulePreload: false,
          target: 'es2022',
          rolldownOptions: {
            input: entry.startsWith('mount:') ? entry : `${root}public/examples/${entry}`,
            output: {
              entryFileNames: 'main.js',
              chunkFileNames: '[name]-[hash].js',
              assetFileNames: '[name]-[hash][extname]',
            },
          },
        },
      })
      const { output } = (Array.isArray(result) ? result[0] : result) as {
        output: (
          | { type: 'chunk'; fileName: string; code: string }
          | { type: 'asset'; fileName: string; source: string | Uint8Array }
        )[]
      }
      for (const file of output)
        site.pages.set(
          `/${name}/${file.fileName}`,
          file.type === 'chunk' ? file.code : String(file.source),
        )
      site.pages.set(
        `/${name}/`,
        `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${name}</title><body><script type="module" src="main.js"></script></body></html>`,
      )
      const { page, problems } = await openWatchedPage(browser, `${site.url}/${name}/`)
      await page.waitForLoadState()
      expect(problems).toEqual([])
      await waitForPart(page, part, shows, tag)
      if (entry.endsWith('.ts')) await expect.poll(() => page.title()).toMatch(title)
      else await page.getByText(/^\d{5,6} sats per cycle$/).waitFor()
      expect(problems).toEqual([])
      await page.close()
    },
  )

  it.each(['public/examples', 'test/support/widget/types'])(
    'is typed: attributes, properties and events (%s)',
    async (project) => {
      const { status, stdout } = spawnSync('node_modules/.bin/tsc', ['-p', project], {
        encoding: 'utf8',
      })
      expect(stdout).toBe('')
      expect(status).toBe(0)
      expect(await readFile('dist/widget/types/index.d.ts', 'utf8')).not.toContain(".ts'")
    },
  )
})

describe('the npm entry', () => {
  /** Files that a bundler makes of a module: what loads with it, and what loads later. */
  async function bundled(code: string): Promise<{ first: string; later: string[] }> {
    const entry: Plugin = {
      name: 'entry',
      resolveId: (id) => (id === 'entry:' ? '\0entry.js' : undefined),
      load: (id) => (id === '\0entry.js' ? code : undefined),
    }
    const result = await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      root,
      plugins: [entry],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        modulePreload: false,
        target: 'es2022',
        assetsInlineLimit: 0,
        rolldownOptions: { input: 'entry:', external: /^\/widget\// },
      },
    })
    const { output } = (Array.isArray(result) ? result[0] : result) as {
      output: { type: string; fileName: string; code: string; isEntry?: boolean }[]
    }
    const chunks = output.filter(({ type }) => type === 'chunk')
    return {
      first: chunks.find(({ isEntry }) => isEntry)!.code,
      later: chunks.filter(({ isEntry }) => !isEntry).map(({ fileName }) => fileName),
    }
  }

  it('loads the calculator alone at first; networks, wallets and languages when used', async () => {
    const { first, later } = await bundled("import 'twinstack/widget'")
    expect(gzipSync(first, { level: 9 }).length).toBeLessThan(13_000)
    expect(first).not.toMatch(/secp256k1|stx_callContract|Impulso/i)
    expect(later.some((name) => name.includes('wallet'))).toBe(true)
  })

  it('leaves nothing where it is unused: the class is dropped', async () => {
    const { first } = await bundled(
      "import { DualStackingBoost } from 'twinstack/widget/element'; console.log(1)",
    )
    expect(first.length).toBeLessThan(100)
    // The bundler may still write files of chunks that nothing imports any more.
    expect(first).not.toMatch(/import/)
    expect(
      (
        await bundled(
          "import { DualStackingBoost } from 'twinstack/widget/element'; console.log(DualStackingBoost)",
        )
      ).first,
    ).not.toContain('customElements.define')
  })

  it('is hydrated by a framework that finds it in its server’s markup', async () => {
    const markup = await renderToString(createSSRApp(ServerRenderedApp))
    expect(markup).toContain('<dual-stacking-boost network="testnet" sbtc="0.1152"')
    const { first } = await bundled(
      `import { createSSRApp } from 'vue'; import { ServerRenderedApp } from '${root}src/dev/browser/server-rendered-app.ts'; createSSRApp(ServerRenderedApp).mount('#app'); import('/widget/boost.js')`,
    )
    site.pages.set('/hydrate.js', first)
    site.pages.set(
      '/hydrated',
      `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Server</title><body><div id="app">${markup}</div><script type="module" src="/hydrate.js"></script></body></html>`,
    )
    const { page, problems } = await openWatchedPage(browser, `${site.url}/hydrated`)
    await page.getByText('hydrated').waitFor()
    await waitForPart(page, 'boost', '5.33')
    expect(await page.locator('dual-stacking-boost').count()).toBe(1)
    expect(problems).toEqual([])
    await page.close()
  })

  it('is imported on a server without side effects', () => {
    const code =
      "const before = Object.getOwnPropertyNames(globalThis).length; const { BOOST_TAG } = await import('twinstack/widget'); const { DualStackingBoost } = await import('twinstack/widget/element'); console.log(BOOST_TAG, DualStackingBoost.name.length > 0, Object.getOwnPropertyNames(globalThis).length - before)"
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', code],
      { encoding: 'utf8' },
    )
    expect([status, stdout.trim(), stderr]).toEqual([0, 'dual-stacking-boost true 0', ''])
  })

  it.each(['', '/react', '/pool', '/pool/react', '/yield', '/yield/react'])(
    'says in a server component where it belongs (twinstack/widget%s)',
    (entry) => {
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          '--conditions=react-server',
          '--input-type=module',
          '-e',
          `import 'twinstack/widget${entry}'`,
        ],
        { encoding: 'utf8' },
      )
      expect([status, stderr]).toEqual([1, expect.stringContaining("'use client'")])
    },
  )
})

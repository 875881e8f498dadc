import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { chromium, type Page } from 'playwright-core'
import { publint } from 'publint'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackedId } from '../../src/dev/browser/chromium/chromium.ts'
import { withoutPublicHosts } from '../../src/dev/browser/public-hosts.ts'
import { ensureBrowser } from '../../src/dev/cli/browsers.ts'
import { waitLimitMs } from '../../src/dev/wait-limit.ts'
import { widgets } from '../../src/site/builder/widgets.ts'
import { catalogue } from '../../src/words/en/index.ts'
import { operator as op } from '../../src/words/en/operator.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'twinstack-release-'))
// Two builds in two places: what differs between the places would show, too.
const places = ['build/release-one', 'build/release-two']
const [first, second] = places as [string, string]
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const named = (what: string) => join(first, 'release', `twinstack-${version}${what}`)

beforeAll(async () => {
  await Promise.all(
    places.map((place) =>
      run('node_modules/.bin/tsx', ['src/dev/cli/release.ts'], {
        env: { ...process.env, TWINSTACK_DIST: place },
      }),
    ),
  )
})
afterAll(() => {
  for (const each of [...places, folder]) rmSync(each, { recursive: true, force: true })
})

/** All that a page shows, with what its fields hold. */
const readPage = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('input, textarea')
    const held = [...fields].map(({ value, placeholder }) => `${value} ${placeholder}`)
    return [document.body.textContent, ...held].join('\n')
  })

/** What a site's production build makes of a module: the code of its chunks, the entry first. */
async function bundle(folderOfSite: string, source: string): Promise<string[]> {
  const input = join(folderOfSite, 'main.js')
  writeFileSync(input, source)
  const built = await build({
    root: folderOfSite,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: false, rolldownOptions: { input } },
  })
  const outputs = 'output' in built ? built.output : []
  return outputs.flatMap((each) => (each.type === 'chunk' ? [each.code.trim()] : []))
}

const filesOf = (place: string): Map<string, string> =>
  new Map(
    readdirSync(join(place, 'release'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(place.length), hash('sha256', readFileSync(path), 'hex')]),
  )
const hash = (algorithm: string, bytes: Uint8Array, form: 'hex' | 'base64'): string =>
  createHash(algorithm).update(bytes).digest(form)

describe('a release', () => {
  it('has the same bytes when it is made again', () => {
    const files = filesOf(first)
    expect(files.size).toBeGreaterThan(15)
    expect(Object.fromEntries(filesOf(second))).toEqual(Object.fromEntries(files))
  })

  it('gives the hash of every file in it', () => {
    const said = readFileSync(join(first, 'release/SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  ').reverse() as [string, string])
    const files = filesOf(first)
    files.delete('/release/SHA256SUMS')
    expect(new Map(said.map(([name, sum]) => [`/release/${name}`, sum]))).toEqual(files)
  })

  it.each(['chromium', 'firefox'])(
    'has a zip for %s under 1.6 MB, with every file that its manifest names',
    (browser) => {
      const bytes = readFileSync(named(`-${browser}.zip`))
      expect(bytes.length).toBeLessThan(1_600_000)
      const files = unzipSync(bytes)
      const manifest = Buffer.from(files['manifest.json']!).toString('utf8')
      for (const [, path] of manifest.matchAll(/"((?:dist|public)\/[^"]+)"/g))
        expect(Object.keys(files)).toContain(path)
      expect(manifest.includes('"service_worker"')).toBe(browser === 'chromium')
      expect(manifest.includes('"gecko"')).toBe(browser === 'firefox')
      const expected = [
        /^(manifest\.json|LICENSE|THIRD-PARTY-LICENCES\.txt)/,
        /^(_locales|public\/icons|dist\/extension)\//,
      ]
      expect(
        Object.keys(files).filter((name) => !expected.some((pattern) => pattern.test(name))),
      ).toEqual([])
    },
  )

  it('starts on mainnet in Chromium from its zip, and names no host on this machine', async () => {
    const extension = join(folder, 'extension')
    const files = unzipSync(readFileSync(named('-chromium.zip')))
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(extension, name)), { recursive: true })
      writeFileSync(join(extension, name), bytes)
    }
    const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString('utf8')) as object
    expect(Object.keys(manifest)).not.toContain('host_permissions')
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: ensureBrowser('chromium'),
      headless: true,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        withoutPublicHosts,
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    })
    context.setDefaultTimeout(waitLimitMs)
    try {
      const popup = await context.newPage()
      const asked: string[] = []
      context.on('request', (request) => asked.push(request.url()))
      await popup.goto(
        `chrome-extension://${unpackedId(extension)}/dist/extension/popup/popup.html`,
      )
      await popup.getByText(catalogue['connect.wallet'], { exact: true }).first().waitFor()
      const shown = [await readPage(popup)]
      await popup.getByRole('tab', { name: catalogue['tab.hyper'] }).click()
      await popup.getByText(catalogue['hyper.title']).first().waitFor()
      shown.push(await readPage(popup))
      expect(await popup.locator('.net').textContent()).toBe('')
      await popup.getByRole('button', { name: catalogue['nav.settings'] }).click()
      const deployment = popup.getByLabel(catalogue['settings.deployment'], { exact: true })
      await deployment.waitFor()
      expect(await deployment.locator('option:checked').textContent()).toBe('Mainnet · v3.0.0')
      await popup.getByText(catalogue['settings.advanced']).click()
      await popup.getByRole('button', { name: catalogue['deployment.add'] }).click()
      shown.push(await readPage(popup))
      await popup.goto(
        `chrome-extension://${unpackedId(extension)}/dist/extension/console/console.html`,
      )
      await popup.getByText(op['console.section.hyperstaking']).first().waitFor()
      shown.push(await readPage(popup))
      shown.push(JSON.stringify(await popup.evaluate(() => chrome.storage.local.get(null))))
      for (const text of [...shown, ...asked])
        expect(text).not.toMatch(/embedded|127\.0\.0\.1|localhost|devnet/i)
      expect(shown[2]).toContain('Mainnet')
    } finally {
      await context.close()
    }
  })

  it('lists what is inside, each with a licence, nothing under the GPL or for development', () => {
    const { components } = JSON.parse(readFileSync(named('.cdx.json'), 'utf8')) as {
      components: {
        name: string
        version: string
        hashes: unknown[]
        licenses: { license?: { id: string }; expression?: string }[]
      }[]
    }
    const names = components.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'preact',
        'valibot',
        '@stacks/transactions',
        'webextension-polyfill',
      ]),
    )
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>
    }
    // By version too: a package that ships may bring another version of one that tests use.
    const development = components.filter(({ name, version }) => devDependencies[name] === version)
    expect(development).toEqual([])
    expect(
      components.filter(
        ({ licenses: [one] }) =>
          !(one?.license?.id ?? one?.expression) || /GPL/.test(JSON.stringify(one)),
      ),
    ).toEqual([])
    expect(components.filter(({ hashes }) => hashes.length === 0)).toEqual([])
  })

  it('has the widget’s files with a hash each, as a script tag takes them', () => {
    const widget = join(first, 'release/widget', version)
    const integrity = JSON.parse(readFileSync(join(widget, 'integrity.json'), 'utf8')) as Record<
      string,
      string
    >
    expect(Object.keys(integrity).sort()).toEqual(
      (readdirSync(widget, { recursive: true }) as string[])
        .filter((name) => name.endsWith('.js'))
        .sort(),
    )
    for (const [name, sum] of Object.entries(integrity))
      expect(sum, name).toBe(`sha384-${hash('sha384', readFileSync(join(widget, name)), 'base64')}`)

    // The builder's code names files of the site: the same ones, and the frame pages.
    const site = unzipSync(readFileSync(named('-site.zip')))
    for (const { file, page } of Object.values(widgets)) {
      expect(Object.keys(site)).toContain(page)
      expect(`sha384-${hash('sha384', site[`widget/${version}/${file}`]!, 'base64')}`).toBe(
        integrity[file],
      )
      expect(
        Object.entries(site).some(
          ([name, bytes]) =>
            name.startsWith('assets/') && Buffer.from(bytes).includes(integrity[file]!),
        ),
        file,
      ).toBe(true)
    }
  })
})

describe('the npm package', () => {
  const consumer = join(folder, 'consumer')
  beforeAll(async () => {
    mkdirSync(consumer)
    writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }')
    await run(
      'npm',
      [
        'install',
        '--offline',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        join(process.cwd(), named('.tgz')),
      ],
      { cwd: consumer },
    )
    writeFileSync(
      join(consumer, 'use.ts'),
      `import { dualStacking, hyperstaking } from 'twinstack'
import { weight } from 'twinstack/dual-stacking'
import type { Projection } from 'twinstack/dual-stacking'
import { dusk } from 'twinstack/hyperstaking'
import { BOOST_TAG } from 'twinstack/widget'
import type { BoostAttributes, BoostDetail } from 'twinstack/widget'

const rest = { microStx: 0n, goldenRatio: 1n, whitelisted: false, multiplier: 9n, snapshots: 14n }
const own: bigint = weight({ sats: 1_000_000n, ...rest })
const same: boolean = dualStacking.weight === weight && hyperstaking.dusk(1n) === dusk(1n)
const attributes: BoostAttributes = { sbtc: '1', actions: 'all' }
const figure = (projection: Projection, detail: BoostDetail): string =>
  projection.cycle.boost.toString() + (detail.boost ?? '')
// @ts-expect-error: an amount is a bigint
weight({ sats: 1, ...rest })
console.log(JSON.stringify([own.toString(), same, BOOST_TAG, attributes.actions, typeof figure]))
`,
    )
  })

  it('installs without anything else and passes a package checker', async () => {
    expect(
      readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['twinstack'])
    expect(
      (
        await publint({
          pkgDir: join(consumer, 'node_modules/twinstack'),
          strict: true,
          pack: false,
        })
      ).messages,
    ).toEqual([])
  })

  it('has a page that links to nothing outside of it', () => {
    const page = readFileSync(join(consumer, 'node_modules/twinstack/README.md'), 'utf8')
    expect(page).toBe(readFileSync('docs/package.md', 'utf8'))
  })

  it.each([
    ['widget', 'dual-stacking-boost'],
    ['widget/pool', 'hyperstaking-pool'],
    ['widget/yield', 'bitcoin-staking-yield'],
  ])('keeps the import of twinstack/%s in a production build', async (path, tag) => {
    const code = (await bundle(consumer, `import 'twinstack/${path}'`)).join('')
    expect(code.includes('customElements.define') && code.includes(tag)).toBe(true)
  })

  it('leaves an element that nobody uses out of a production build', async () => {
    const [entry] = await bundle(consumer, `import 'twinstack/widget/element'`)
    expect(entry!.length).toBeLessThan(100)
  })

  it('brings the keeper as a command, which needs nothing else', () => {
    writeFileSync(join(consumer, 'keeper.yaml'), 'network: mainet\n')
    const { status, stderr } = spawnSync(
      join(consumer, 'node_modules/.bin/twinstack'),
      ['keeper', 'check'],
      {
        cwd: consumer,
        encoding: 'utf8',
        env: { ...process.env, LANG: 'en' },
      },
    )
    expect(stderr).toContain('keeper.yaml:1: network: choose mainnet, testnet or devnet')
    expect(status).toBe(2)
  })

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('has its types where a compiler with %s and %s looks for them', (module, moduleResolution) => {
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: [],
      module,
      moduleResolution,
    }
    writeFileSync(
      join(consumer, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['use.ts'] }),
    )
    const { status, stdout } = spawnSync(
      join(process.cwd(), 'node_modules/.bin/tsc'),
      ['-p', consumer],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  it('has the types of its clients where the packages are that they mention', () => {
    const withPackages = join(folder, 'with-packages')
    const modules = join(withPackages, 'node_modules')
    mkdirSync(join(modules, '@stacks'), { recursive: true })
    for (const name of ['valibot', '@stacks/transactions'])
      symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name))
    symlinkSync(join(consumer, 'node_modules/twinstack'), join(modules, 'twinstack'))
    writeFileSync(
      join(withPackages, 'use.ts'),
      `import type { Deployment } from 'twinstack/chain'
import { awaitFinalization, createStacksClient, findDeployment } from 'twinstack/chain'
import { type CycleClock, readProgramme, stakingDeployment } from 'twinstack/bitcoin-staking'

export const clockOf = async (): Promise<CycleClock | null> => {
  const { reading } = await readProgramme(client, stakingDeployment('mainnet'))
  return reading?.clock.known ? reading.clock.value : null
}
const deployment: Deployment = findDeployment('mainnet-v1')!
const client = createStacksClient({ bases: deployment.apiBases })
const wanted = { cycle: 1, enrolled: 'SP', rewardAddresses: [] }
export const sats = async (): Promise<bigint> =>
  (await awaitFinalization(client, deployment, wanted)).sats
// @ts-expect-error: a network is named
export const wrong: Deployment = { ...deployment, network: 'moon' }
`,
    )
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: [],
      module: 'nodenext',
      // The types of @stacks/transactions do not compile on their own.
      skipLibCheck: true,
      preserveSymlinks: true,
    }
    writeFileSync(
      join(withPackages, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['use.ts'] }),
    )
    writeFileSync(join(withPackages, 'package.json'), '{ "private": true, "type": "module" }')
    const { status, stdout } = spawnSync(
      join(process.cwd(), 'node_modules/.bin/tsc'),
      ['-p', withPackages],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  it('reads networks in Node without another package', () => {
    const script = `import { checkAddress, duskDeployment, findDeployment } from 'twinstack/chain'
import { poxErrors, stakingDeployment } from 'twinstack/bitcoin-staking'
const { contract, network } = findDeployment('mainnet-v1')
console.log(checkAddress(contract, network).kind, duskDeployment('mainnet').caip2)
console.log(stakingDeployment('mainnet').pox, typeof poxErrors)`
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: consumer,
        encoding: 'utf8',
      }).trim(),
    ).toBe('contract dusk:1\nSP000000000000000000002Q6VF78.pox-5 object')
  })

  it('calculates in Node, where importing the widget does nothing', () => {
    const script = `import { dualStacking } from 'twinstack'
import { BOOST_TAG } from 'twinstack/widget'
const holding = { sats: 1_400_000_000n, microStx: 0n, goldenRatio: 1n, whitelisted: false }
console.log(dualStacking.weight({ ...holding, multiplier: 9n, snapshots: 14n }), BOOST_TAG)`
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: consumer,
        encoding: 'utf8',
      }).trim(),
    ).toBe('100000000n dual-stacking-boost')
  })
})

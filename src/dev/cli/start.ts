import { spawnSync } from 'node:child_process'
import { createDuskNetwork } from '../network/dusk/index.ts'
import { createNetwork, type Network } from '../network/index.ts'
import { ensureBrowser } from './browsers.ts'
import { openDemo } from './start/demo-browser.ts'
import { playMainJob } from './start/main-job.ts'

/**
 * `npm start`: builds, starts the embedded network with a running demo cycle, serves the demo
 * pages, and opens Chromium with the extension and a demo wallet. `--headless` plays the whole main
 * job instead; `--contract live` runs the build for networks without at-block; `--folder DIR` keeps
 * the chain across restarts.
 */
const options = readOptions(process.argv.slice(2))
const chromium = browser()
build()
const network = await start()
if (options.headless) {
  if (!chromium.ok) fail(chromium.sentence)
  const failures = await playMainJob(network)
  await network.close()
  console.log(
    failures === 0
      ? 'Every step was confirmed on the chain.'
      : `${failures} steps were not confirmed.`,
  )
  process.exit(failures === 0 ? 0 : 1)
}
const dusk = await startDusk()
announce(network)
if (!chromium.ok)
  console.log(
    `\n${chromium.sentence}\nThe network keeps running; load the extension by hand as the README says.`,
  )
else if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
  console.log('\nThere is no display here, so no browser is opened. Press Ctrl+C to stop.')
else {
  const { closed } = await openDemo(network)
  console.log(
    '\nChromium is open, with the extension and a demo wallet. Close it or press Ctrl+C to stop.',
  )
  await closed
  await Promise.all([network.close(), dusk.close()])
  process.exit(0)
}

interface Options {
  headless: boolean
  contract: 'v1' | 'live'
  folder?: string
  port: number
}

function readOptions(args: string[]): Options {
  const read: Options = { headless: false, contract: 'v1', port: 3999 }
  for (let at = 0; at < args.length; at++) {
    const value = () => args[++at] ?? fail(`${args[at - 1]} needs a value.`)
    if (args[at] === '--headless') read.headless = true
    else if (args[at] === '--contract') {
      const kind = value()
      if (kind !== 'v1' && kind !== 'live')
        fail(`There is no contract build named ${kind}: choose v1 or live.`)
      else read.contract = kind
    } else if (args[at] === '--folder') read.folder = value()
    else if (args[at] === '--port') {
      read.port = Number(value())
      if (!Number.isInteger(read.port) || read.port < 0 || read.port > 65_535)
        fail('A port is a whole number from 0 to 65535.')
    } else
      fail(
        `There is no option ${args[at]}: choose from --headless, --contract v1|live, --folder DIR, --port N.`,
      )
  }
  return read
}

function browser(): { ok: true } | { ok: false; sentence: string } {
  try {
    ensureBrowser('chromium')
    return { ok: true }
  } catch (error) {
    return { ok: false, sentence: (error as Error).message }
  }
}

function build(): void {
  const { status } = spawnSync('node_modules/.bin/tsx', ['src/dev/cli/build.ts'], {
    stdio: 'inherit',
  })
  if (status !== 0) fail('The build failed: see above.')
}

async function start(): Promise<Network> {
  const { headless, contract, folder, port } = options
  try {
    return await createNetwork({
      // The played job may run beside a network that somebody keeps open.
      port: headless ? 0 : port,
      contract,
      ...(folder && { folder }),
      demo: headless ? true : { snapshots: 5, blocksPerSnapshot: 6 },
      families: !headless,
      keeper: !headless,
      ...(headless ? { blockIntervalMs: 0 } : { burnIntervalMs: 4_000 }),
      pages: { '/demo': 'dist/site', '/widget': 'dist/widget' },
      onError: (failure) =>
        console.error(`Network: ${failure instanceof Error ? failure.message : String(failure)}`),
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return fail(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken, perhaps by another npm start: stop that one, or give another port with --port.`
        : message,
    )
  }
}

/** The Dusk side of the demo: a block every two seconds, epochs and rewards included. */
async function startDusk(): ReturnType<typeof createDuskNetwork> {
  // The extension's local Dusk deployment stands one port below the Stacks one.
  const port = options.port === 0 ? 0 : options.port - 1
  try {
    return await createDuskNetwork({ port, blockIntervalMs: 2_000, keeper: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return fail(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken, perhaps by another npm start: stop that one, or give another port with --port.`
        : message,
    )
  }
}

function announce({ url, contracts }: Network): void {
  console.log(`
Embedded network   ${url}   (contract ${contracts.dualStacking})
Dusk network       ${dusk.url}
Partner page       ${url}/demo/
Signing page       ${url}/demo/sign.html
Page of pools      ${url}/demo/pool.html?network=local&node-url=${dusk.url}
Extension          load this folder unpacked; its default network is this one`)
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

import { spawnSync } from 'node:child_process'
import { Session } from '../browser/chromium/session.ts'
import { fail } from './fail.ts'
import { checkChromium } from './start/check-chromium.ts'
import { describeDemo } from './start/describe-demo.ts'
import { hasDisplay } from './start/has-display.ts'
import { openDemo } from './start/open-demo.ts'
import { playKeeper } from './start/play-keeper.ts'
import { playMainJob } from './start/play-main-job.ts'
import { playStakingJob } from './start/play-staking-job.ts'
import { startDuskDemo, startStacksDemo, startStacksOnDemand } from './start/start-networks.ts'
import { StepPlayer } from './start/step-player.ts'
import { writeWalk } from './start/write-walk.ts'

/**
 * `npm start`: builds, starts the embedded network with a running demo cycle, serves the demo
 * pages, and opens Chromium with the extension and a demo wallet. `--headless` plays the main jobs
 * of Dual Stacking and Bitcoin Staking instead; `--contract v1` runs epoch 3.3 with the first build
 * of Dual Stacking in place of today's mainnet; `--folder DIR` keeps the chain across restarts.
 * `--keeper`, alone, runs a programme by the real keeper until its holders are paid.
 */
if (process.argv.slice(2).join() === '--keeper') process.exit(await playKeeper())
const { headless, port, ...network } = readOptions(process.argv.slice(2))
const chromium = checkChromium()
build()
await (headless ? playHeadless() : serve())

async function playHeadless(): Promise<never> {
  if (!chromium.ok) return fail(chromium.sentence)
  const stacks = await startStacksOnDemand(network)
  const session = await Session.start({ api: stacks.url })
  const player = new StepPlayer()
  try {
    await playMainJob(stacks, session, player)
    if (network.contract !== 'v1') await playStakingJob(stacks, session, player)
  } finally {
    await session.close()
    await stacks.close()
  }
  await writeWalk(player.pictures, 'demo/walk.png')
  const { failures } = player
  if (failures > 0) return fail(`${failures} steps were not confirmed.`)
  console.log('Every step was confirmed on the chain.')
  process.exit(0)
}

async function serve(): Promise<void> {
  const stacks = await startStacksDemo({ ...network, port })
  // By convention the Dusk network is one port below the Stacks one: the builder's page expects it.
  const dusk = await startDuskDemo(port === 0 ? 0 : port - 1, stacks.controlToken)
  console.log(describeDemo(stacks, dusk))
  if (!chromium.ok)
    return console.log(
      `\n${chromium.sentence}\nThe network keeps running; load the extension by hand as the README says.`,
    )
  if (!hasDisplay())
    return console.log('\nThere is no display here, so no browser is opened. Press Ctrl+C to stop.')
  const { closed } = await openDemo(stacks, dusk)
  console.log(
    '\nChromium is open, with the extension and a demo wallet. Close it or press Ctrl+C to stop.',
  )
  await closed
  await Promise.all([stacks.close(), dusk.close()])
  process.exit(0)
}

interface Options {
  headless: boolean
  contract?: 'v1' | 'live'
  folder?: string
  port: number
}

function readOptions(args: string[]): Options {
  const read: Options = { headless: false, port: 3999 }
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

function build(): void {
  const { status } = spawnSync('node_modules/.bin/tsx', ['src/dev/cli/build.ts'], {
    stdio: 'inherit',
  })
  if (status !== 0) fail('The build failed: see above.')
}

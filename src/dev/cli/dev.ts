import { outputs } from './build/outputs.ts'
import { affectedOutputs, watchedOutputs } from './dev/affected-outputs.ts'
import { watchSources } from './dev/watch-sources.ts'
import { checkChromium } from './start/check-chromium.ts'
import { describeDemo } from './start/describe-demo.ts'
import { hasDisplay } from './start/has-display.ts'
import { openDemo } from './start/open-demo.ts'
import { startDuskDemo, startStacksDemo } from './start/start-networks.ts'

/**
 * `npm run dev`: the demo of `npm start`, whose outputs are built again when one of their sources
 * changes; the extension is then reloaded and keeps its storage. `--port N` as for `npm start`.
 */
process.env['NODE_ENV'] = 'production'
const at = process.argv.indexOf('--port')
const port = at < 0 ? 3999 : Number(process.argv[at + 1])

for (const output of watchedOutputs) await outputs[output]()
const stacks = await startStacksDemo({ port })
const dusk = await startDuskDemo(port === 0 ? 0 : port - 1, stacks.controlToken)
console.log(describeDemo(stacks, dusk))
const demo = await openBrowser()
watchSources(rebuild)
console.log('\nWatching the sources. Press Ctrl+C to stop.')
if (demo) {
  await demo.closed
  process.exit(0)
}

async function openBrowser(): Promise<Awaited<ReturnType<typeof openDemo>> | undefined> {
  const chromium = checkChromium()
  if (!chromium.ok) console.log(`\n${chromium.sentence}`)
  else if (!hasDisplay()) console.log('\nThere is no display here, so no browser is opened.')
  else return openDemo(stacks, dusk)
  return undefined
}

async function rebuild(files: string[]): Promise<void> {
  const affected = new Set(files.flatMap(affectedOutputs))
  if (affected.size === 0) return
  const started = performance.now()
  try {
    for (const output of watchedOutputs) if (affected.has(output)) await outputs[output]()
    if (affected.has('extension')) await demo?.chromium.update()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${files.join(', ')}: built ${[...affected].join(', ')} (${seconds} s)`)
  } catch (error) {
    // An error in a source is for its author to fix: the next change is built again.
    console.error(error instanceof Error ? error.message : String(error))
  }
}

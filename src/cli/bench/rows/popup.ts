import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { userAccounts } from '../../../network/accounts.ts'
import { createNetwork } from '../../../network/index.ts'
import { Session } from '../../../../test/support/browser/session.ts'
import type { Row } from '../row.ts'

const assets = 'dist/extension/assets/'
const OPENINGS = 9

/** The popup as people open it: the real one, by the toolbar button, in a browser that has opened it before; figures come from marks inside the page. */
export async function rows(): Promise<Row[]> {
  if (spawnSync('node_modules/.bin/tsx', ['src/cli/build.ts', 'extension', 'demo-wallet'], { stdio: 'ignore' }).status !== 0) throw new Error('The build failed.')
  const network = await createNetwork({ demo: true, keeper: false })
  const session = await Session.start({ api: network.url })
  try {
    const page = await session.openPage()
    await session.connect(page)
    await session.probe.until(({ readings }) => readings[userAccounts[0]!.address]?.sats.known === true, 'a reading')
    const openings: { painted: number; script: number; requests: number }[] = []
    for (let opening = 0; opening <= OPENINGS; opening++) {
      await session.chromium.closePopup()
      const popup = await session.popupOver(page)
      const figures = await popup.remote.evaluate(async () => {
        while (performance.getEntriesByName('popup-paint').length === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
        const painted = performance.getEntriesByName('popup-paint')[0]!.startTime
        const resources = performance.getEntriesByType('resource').filter(({ name, startTime }) => /^https?:/.test(name) && startTime <= painted)
        return { painted, script: painted - performance.getEntriesByName('popup-start')[0]!.startTime, requests: resources.length }
      })
      // The first opening is the cold one.
      if (opening > 0) openings.push(figures)
    }
    return [
      { what: 'popup, warm: opening to first useful paint', median: median(openings.map(({ painted }) => painted)), unit: 'ms', atMost: 100, comparedWith: `its script alone ${median(openings.map(({ script }) => script)).toFixed(0)} ms` },
      { what: '… network requests before that paint', median: Math.max(...openings.map(({ requests }) => requests)), unit: 'requests', atMost: 0 },
      { what: 'popup code before any wallet code (script, its imports, English)', median: sizeOf(['popup.js', 'start-en.js']) / 1000, unit: 'kB', atMost: 60, comparedWith: 'gz' },
    ]
  } finally {
    await session.close()
    await network.close()
  }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Gzipped bytes of files and of everything that they import at once. */
function sizeOf(names: string[]): number {
  const all = new Set<string>()
  const add = (name: string) => {
    if (all.has(name)) return
    all.add(name)
    for (const [, imported] of readFileSync(assets + name, 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) add(imported!)
  }
  names.forEach(add)
  return [...all].reduce((sum, name) => sum + gzipSync(readFileSync(assets + name), { level: 9 }).length, 0)
}

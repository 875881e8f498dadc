import { readFileSync, writeFileSync } from 'node:fs'
import { launchPlainBrowser } from '../../browser/plain-browser.ts'
import { encodeApng } from './encode-apng.ts'

/** A picture of the main jobs, by its name, and what stands above it. */
type Scene = readonly [picture: string, caption: string]

const install: readonly Scene[] = [['install', 'Install it. No account, no server, no keys.']]
const staking: readonly Scene[] = [
  ['staking-connect', 'Connect your wallet: what would staking pay you?'],
  ['staking-stake-form', 'Stake: how much, for how long, with whom.'],
  ['staking-stake-in-wallet', 'Compare what your wallet shows, then approve.'],
  ['staking-stake', 'Confirmed on-chain: your STX are locked.'],
  ['staking-cycle', 'The cycle begins, and your stake earns.'],
  ['staking-notification', 'You are told when there is something to claim.'],
  ['staking-claim-in-wallet', 'Claim it to your own address.'],
  ['staking-landed', 'Reward received.'],
  ['staking-verified', 'Verified: recalculated to the sat.'],
]
const dualStacking: readonly Scene[] = [
  ['connect', 'Connect your wallet: what would your sBTC earn?'],
  ['enroll-form', 'Enroll: what it does, moves and costs.'],
  ['enroll-in-wallet', 'Compare what your wallet shows, then approve.'],
  ['enroll', 'Enrolled, confirmed on-chain.'],
  ['reward', 'Reward received, and what comes next.'],
  ['notification', 'Every reward listed, ready to export.'],
]
const WIDTH = 440
const HEIGHT = 660
const MS = 2500

const style = `
  body {
    margin: 0; height: ${HEIGHT}px; overflow: hidden; background: #f1eee8; color: #1d1b18;
    font: 16px/1.35 system-ui, 'Noto Sans', sans-serif; text-align: center;
  }
  p { margin: 0; font-size: 13px; color: #5b554c; padding-top: 14px; }
  h1 {
    margin: 0 40px 10px; height: 2.7em; display: grid; align-items: center;
    font-size: 17px; font-weight: 600; text-wrap: balance;
  }
  img {
    max-width: ${WIDTH - 40}px; max-height: ${HEIGHT - 105}px; border-radius: 10px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
  }`

/**
 * Writes the walk through the main jobs, some forty seconds, as one animated picture: each step's
 * picture under a line that says what happens.
 */
export async function writeWalk(pictures: ReadonlyMap<string, string>, path: string) {
  const scenes = [
    ...install.map((scene) => ['Twinstack', ...scene] as const),
    ...staking.map((scene) => ['Bitcoin Staking', ...scene] as const),
    ...dualStacking.map((scene) => ['Dual Stacking', ...scene] as const),
  ].flatMap(([programme, name, caption]) => {
    const picture = pictures.get(name)
    return picture === undefined ? [] : [{ programme, picture, caption }]
  })
  const browser = await launchPlainBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
    const frames = []
    for (const [at, { programme, picture, caption }] of scenes.entries()) {
      const source = `data:image/png;base64,${readFileSync(picture, 'base64')}`
      const words = `<p>${programme} · ${at + 1}/${scenes.length}</p><h1>${caption}</h1>`
      await page.setContent(`<style>${style}</style>${words}<img src="${source}">`)
      frames.push({ png: await page.screenshot(), ms: MS })
    }
    writeFileSync(path, encodeApng(frames))
  } finally {
    await browser.close()
  }
}

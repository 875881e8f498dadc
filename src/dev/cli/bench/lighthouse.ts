import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from '../browsers.ts'

/**
 * Lighthouse's result for a page: points of each category, up to 100, and the values it displays
 * for an audit.
 */
export interface Scores {
  categories: { title: string; points: number }[]
  shown(audit: string): string
}

/** Loads a page as a slow phone does; throws when Lighthouse cannot. */
export async function lighthouse(url: string): Promise<Scores> {
  const report = join(tmpdir(), `lighthouse-${process.pid}.json`)
  const status = await new Promise((resolve) => {
    spawn(
      'node_modules/.bin/lighthouse',
      [
        url,
        '--quiet',
        '--output=json',
        `--output-path=${report}`,
        '--only-categories=performance,accessibility,best-practices',
        '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
      ],
      { stdio: 'inherit', env: { ...process.env, CHROME_PATH: ensureBrowser('chromium') } },
    ).on('exit', resolve)
  })
  if (status !== 0) throw new Error(`Lighthouse could not measure ${url}.`)
  const { categories, audits } = JSON.parse(await readFile(report, 'utf8')) as {
    categories: Record<string, { title: string; score: number }>
    audits: Record<string, { displayValue?: string }>
  }
  await rm(report)
  return {
    categories: Object.values(categories).map(({ title, score }) => ({
      title: title.toLowerCase(),
      points: Math.round(score * 100),
    })),
    shown: (audit) => audits[audit]?.displayValue?.replaceAll('\u00a0', ' ') ?? 'unknown',
  }
}

import { mkdir } from 'node:fs/promises'
import axeCore from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measureScrollFrames } from '../../src/dev/browser/chromium/measure-work.ts'
import { launchPlainBrowser } from '../../src/dev/browser/plain-browser.ts'
import { root } from '../../src/dev/cli/build/vite.ts'
import { findLayoutProblems } from '../../src/dev/gallery/find-layout-problems.ts'
import type { Gallery } from '../../src/dev/gallery/main.tsx'
import { serveGallery } from '../../src/dev/gallery/serve-gallery.ts'
import { measureSliderDelay, slowDown } from '../../src/dev/gallery/slider-delay.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { locales, type Locale } from '../../src/words/locales.ts'
import { onQuietMachine } from '../support/on-quiet-machine.ts'

// Pictures are in build/screens; TWINSTACK_PICTURES=1 takes those of the other languages as well,
// and renews the README's.
declare global {
  // The gallery page defines it; the tests run these functions there.
  var gallery: Gallery
  var axe: typeof axeCore
}

const all = process.env['TWINSTACK_LOAD'] === '1'
const allPictures = process.env['TWINSTACK_PICTURES'] === '1'
const pictures = `${root}build/screens`
const themes = ['light', 'dark'] as const
let site: Awaited<ReturnType<typeof serveGallery>>
let browser: Browser
let page: Page
let names: string[]

beforeAll(async () => {
  site = await serveGallery()
  await mkdir(pictures, { recursive: true })
  browser = await launchPlainBrowser()
  page = await open(360)
  names = await page.evaluate(() => gallery.scenes)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(width: number, { height = 600, deviceScaleFactor = 1 } = {}): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width, height }, deviceScaleFactor })
  await opened.goto(site.url)
  // Evaluated rather than added as a script: the page's policy allows only its own.
  await opened.evaluate(axeCore.source)
  return opened
}

/**
 * Taller than any scene: where no picture is taken the window need not fit each, which takes as
 * long as looking at it.
 */
const TALL = 8000

/**
 * Shows a scene in a window that is tall enough for all of it, so that what sticks to the bottom
 * hides nothing.
 */
async function show(on: Page, name: string, theme: string, locale: Locale = 'en'): Promise<void> {
  const { width, height: before } = on.viewportSize()!
  if (before !== TALL) await on.setViewportSize({ width, height: 600 })
  const height = await on.evaluate(
    async ([scene, look, language]) => {
      await gallery.show(scene, look, language)
      return document.documentElement.scrollHeight
    },
    [name, theme, locale] as const,
  )
  expect(height).toBeLessThanOrEqual(TALL)
  if (before !== TALL && height > 600) await on.setViewportSize({ width, height })
}

const of = (prefix: string) => names.filter((name) => name.startsWith(prefix))
const popups = () => names.filter((name) => !name.startsWith('console-'))

const runAxe = (on: Page, options: RunOptions = {}): Promise<string[]> =>
  on.evaluate(async (some) => {
    const rules = { 'target-size': { enabled: true }, ...some.rules }
    const found = await axe.run(document, { resultTypes: ['violations'], ...some, rules })
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    )
  }, options)

type RunOptions = Pick<axeCore.RunOptions, 'runOnly' | 'rules'>

/**
 * What axe checks: a theme changes colours only, a language words only, so that the dark theme is
 * checked for colours alone and another language for all else. `npm run load` checks everything.
 */
function axeOptions(theme: (typeof themes)[number], locale: Locale): RunOptions {
  if (all) return {}
  if (theme === 'dark') return { runOnly: ['color-contrast'] }
  return locale === 'en' ? {} : { rules: { 'color-contrast': { enabled: false } } }
}

async function findViolations(on: Page, scenes: string[], locale: Locale): Promise<string[]> {
  const found: string[] = []
  for (const theme of themes) {
    if (!all && theme === 'dark' && locale !== 'en') continue
    for (const name of scenes) {
      await show(on, name, theme, locale)
      const headings = await on.locator('h1').count()
      if (headings !== 1) found.push(`${name}: ${headings} main headings`)
      const violations = await runAxe(on, axeOptions(theme, locale))
      found.push(...violations.map((violation) => `${name} ${theme} ${violation}`))
    }
  }
  return found
}

describe('layout', () => {
  const problemsAt = async (
    width: number,
    scenes: string[],
    { theme, locale = 'en', suffix = '' }: { theme: string; locale?: Locale; suffix?: string },
  ) => {
    const pictured = locale === 'en' || allPictures
    const at = await open(width, {
      deviceScaleFactor: width < 360 ? 2 : 1,
      ...(!pictured && { height: TALL }),
    })
    const found: string[] = []
    for (const name of scenes) {
      await show(at, name, theme, locale)
      found.push(...(await at.evaluate(findLayoutProblems)).map((problem) => `${name}: ${problem}`))
      if (pictured) await at.screenshot({ path: `${pictures}/${name}-${theme}${suffix}.png` })
    }
    await at.close()
    return found
  }

  it('defects are found: text that is cut off, overlaps or leaves the window', async () => {
    await show(page, 'enrolled', 'light')
    await page.evaluate(() => {
      const put = (text: string, style: string) => {
        const element = document.createElement('p')
        element.textContent = text
        element.style.cssText = style
        document.querySelector('.main')!.append(element)
      }
      put('aaaaaaaaaaaaaaaaaaaa', 'width: 20px; overflow: hidden; white-space: nowrap')
      put('bbbb', 'position: absolute; top: 172px; left: 20px')
      put('cccccccccccc', 'position: absolute; left: 340px; white-space: nowrap')
      put('ddddd', 'width: 20px')
    })
    const problems = (await page.evaluate(findLayoutProblems)).join('\n')
    for (const wanted of [
      /cut off: .*aaaa/,
      /overlap: .*bbbb/,
      /outside the window: .*cccc/,
      /broken: ddddd/,
      /scrolls sideways/,
    ])
      expect(problems).toMatch(wanted)
  })

  it.each(themes)('nothing overflows, overlaps or is cut off in 360 px, %s', async (theme) => {
    expect(await problemsAt(360, popups(), { theme })).toEqual([])
  })

  it('nor at 200 % zoom in a window of 360 px', async () => {
    expect(await problemsAt(180, popups(), { theme: 'light', suffix: '-200' })).toEqual([])
  })

  it.each(locales.filter((locale) => locale !== 'en'))('nor in %s', async (locale) => {
    expect(
      await problemsAt(360, popups(), { theme: 'light', locale, suffix: `-${locale}` }),
    ).toEqual([])
  })

  it('nor with every explanation opened, and axe finds no defect in that', async () => {
    for (const width of [360, 180]) {
      const at = await open(width, { deviceScaleFactor: width < 360 ? 2 : 1 })
      for (const theme of themes) {
        await show(at, 'enrolled', theme)
        await at.setViewportSize({ width, height: 600 })
        await at.focus('input[type=range]')
        await at.keyboard.press('ArrowRight')
        await at.getByRole('button', { name: 'reset' }).waitFor()
        for (const name of ['why this boost', 'why'])
          await at.getByRole('button', { name, exact: true }).click()
        for (const asked of await at.locator('.tip .ask, .aside .ask').all()) await asked.click()
        await expect.poll(() => at.textContent('.main')).toContain(say['why.step.add'])
        expect(await at.textContent('.main')).toMatch(
          /Golden ratio of cycle 6[^]*Snapshot 11[^]*Your payment[^]*Additional STX to stack/,
        )
        await at.setViewportSize({
          width,
          height: await at.evaluate(() => document.documentElement.scrollHeight),
        })
        expect(await at.evaluate(findLayoutProblems)).toEqual([])
        await at.screenshot({
          path: `${pictures}/enrolled-reasons-${theme}${width < 360 ? '-200' : ''}.png`,
        })
        if (width === 360) expect(await runAxe(at)).toEqual([])
      }
      await at.close()
    }
  })

  it('nor in the wide welcome page', async () => {
    for (const theme of themes)
      expect(await problemsAt(1100, ['guide'], { theme, suffix: '-wide' })).toEqual([])
  })

  it.each([
    [1100, ''],
    [360, '-360'],
  ] as const)('nor in the console in %i px', async (width, suffix) => {
    for (const theme of themes)
      expect(await problemsAt(width, of('console-'), { theme, suffix })).toEqual([])
  })
})

it.runIf(allPictures)('takes the README’s picture', async () => {
  await show(page, 'staking', 'light')
  // Down to the end of the stake.
  const clip = { x: 0, y: 0, width: 360, height: 684 }
  await page.screenshot({ path: `${root}docs/images/popup.png`, clip })
})

describe('accessibility', () => {
  it('axe sees these pages, and the panel: it finds a planted defect', async () => {
    for (const scene of ['enrolled', 'panel']) {
      await show(page, scene, 'light')
      await page.evaluate(() =>
        document.querySelector('.main')!.append(document.createElement('button')),
      )
      expect(
        (await runAxe(page)).map((violation) => violation.split(':')[0]),
        scene,
      ).toEqual(['button-name'])
    }
  })

  it.each(locales)('axe finds nothing in any screen in %s', async (locale) => {
    for (const [width, scenes] of [
      [360, popups()],
      [1100, of('console-')],
    ] as const) {
      const tall = await open(width, { height: TALL })
      expect(await findViolations(tall, scenes, locale)).toEqual([])
      await tall.close()
    }
  })

  it('everything can be reached and used with the keyboard, and the focus is visible', async () => {
    await show(page, 'enrolled', 'light')
    const reached: string[] = []
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const { outlineStyle, outlineWidth } = getComputedStyle(
          element.matches('.exact input') ? element.parentElement! : element,
        )
        return {
          name: element.getAttribute('aria-label') ?? element.textContent ?? '',
          seen: outlineStyle !== 'none' && outlineWidth !== '0px',
          body: element === document.body,
        }
      })
      if (at.body) break
      expect(at.seen, at.name).toBe(true)
      reached.push(at.name.trim())
    }
    for (const wanted of [
      'Settings',
      'why this boost',
      '~12,470 sats',
      '2.70%',
      'Stacked STX',
      say['whatIf.more'],
      'Change reward address',
      'Opt out',
    ])
      expect(reached).toContain(wanted)
    expect(reached.filter((name) => name.startsWith('Earned 49,554 sats'))).toHaveLength(1)
    await page.focus('.why')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.textContent('.reason-box')).toContain('Golden ratio of cycle 6')
  })

  it('animations stop for users who asked for reduced motion', async () => {
    const still = await browser.newPage({ reducedMotion: 'reduce' })
    await still.goto(`${site.url}?scene=sign-waiting`)
    await still.waitForSelector('.spinner')
    expect(
      await still.evaluate(
        () =>
          document.getAnimations().filter((animation) => animation.playState === 'running').length,
      ),
    ).toBe(0)
    await still.emulateMedia({ reducedMotion: 'no-preference' })
    await expect.poll(() => still.evaluate(() => document.getAnimations().length)).toBe(1)
    await still.close()
  })
})

describe('speed', () => {
  onQuietMachine(
    'the what-if slider answers within 100 ms at the 98th percentile, four times slowed',
    async () => {
      const slow = await open(360)
      await show(slow, 'enrolled', 'light')
      await slow.setViewportSize({ width: 360, height: 600 })
      await slowDown(slow)
      expect(await measureSliderDelay(slow)).toBeLessThan(100)
      await expect.poll(() => slow.textContent('.effect')).toContain('per cycle from cycle 8')
      await slow.close()
    },
  )

  onQuietMachine(
    'the participants table scrolls 100,000 rows with no frame over 50 ms',
    async () => {
      const wide = await open(1100)
      await show(wide, 'console-participants', 'light')
      expect(Math.max(...(await measureScrollFrames(wide)))).toBeLessThan(50)
      expect(await wide.locator('[role=row]').count()).toBeLessThan(80)
      await wide.close()
    },
  )
})

import { copyFile, mkdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { store as english } from '../../words/en/store.ts'
import { store as spanish } from '../../words/es/store.ts'
import { locales, type Locale } from '../../words/locales.ts'
import { store as chinese } from '../../words/zh-CN/store.ts'
import { launchPlainBrowser } from '../browser/plain-browser.ts'
import type { Gallery } from '../gallery/main.tsx'
import { serveGallery } from '../gallery/serve-gallery.ts'
import { dist, root } from './build/vite.ts'
import { listingPath } from './release/listing-path.ts'

/*
 * `npm run store`: five pictures of 1280 by 800 and a tile of 440 by 280 for the stores, in every
 * language, numbered in their order, in dist/release/store beside the text that goes with them.
 */

declare global {
  // The gallery page defines it; these functions run there.
  var gallery: Gallery
}

const captions = { en: english, es: spanish, 'zh-CN': chinese }
const scenes = [
  'staking',
  'staking-what-if-more',
  'staking-managers',
  'rewards',
  'hyper-position',
] as const
/** CSS pixels of a popup, which a picture shows at twice their density. */
const POPUP = { width: 360, height: 600 }

/** A popup's scene, as a data URL. */
async function paintScene(browser: Browser, url: string, [scene, locale]: [string, Locale]) {
  const page = await browser.newPage({ viewport: POPUP, deviceScaleFactor: 2 })
  await page.goto(url)
  await page.evaluate(([name, language]) => gallery.show(name, 'light', language), [
    scene,
    locale,
  ] as const)
  const picture = await page.screenshot()
  await page.close()
  return `data:image/png;base64,${picture.toString('base64')}`
}

const bar = (x: number, y: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="12" height="6" rx="2" fill="${fill}" />`
const bars = bar(0, 0, '#7c66e8') + bar(6, 8, '#f0a23b')
const mark = `<svg viewBox="0 0 18 14" height="56">${bars}</svg>`
const style = `
  body {
    margin: 0; height: 100vh; display: flex; align-items: center;
    background: #fbfaf8; color: #1d1b18;
    font-family: system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif;
  }
  .words { flex: 1; padding: 0 64px 0 88px; }
  h1 {
    margin: 28px 0 0; font-size: 50px; line-height: 1.2; letter-spacing: -0.01em;
    text-wrap: balance;
  }
  p { margin: 20px 0 0; font-size: 24px; color: #5b554c; }
  img {
    width: 420px; margin-right: 96px; border-radius: 16px;
    box-shadow: 0 18px 60px rgb(0 0 0 / 0.22);
  }
  .tile { flex-direction: column; justify-content: center; text-align: center; }
  .tile h1 { font-size: 40px; margin-top: 14px; }
  .tile p { font-size: 20px; margin-top: 8px; }`

/** Writes a picture of this markup. */
async function paint(browser: Browser, path: string, { width = 1280, height = 800, html = '' }) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${html}`)
  await page.screenshot({ path })
  await page.close()
}

async function paintLanguage(browser: Browser, url: string, locale: Locale): Promise<void> {
  const say = captions[locale]
  const folder = `${root}${dist}/release/store/${locale}`
  await mkdir(folder, { recursive: true })
  for (const [index, scene] of scenes.entries()) {
    const picture = await paintScene(browser, url, [scene, locale])
    const words = `<div class="words">${mark}<h1>${say[scene]}</h1><p>Twinstack</p></div>`
    await paint(browser, `${folder}/${index + 1}-${scene}.png`, {
      html: `${words}<img src="${picture}">`,
    })
  }
  await paint(browser, `${folder}/tile.png`, {
    width: 440,
    height: 280,
    html: `<body class="tile">${mark}<h1>Twinstack</h1><p>${say.tile}</p>`,
  })
}

const site = await serveGallery()
const browser = await launchPlainBrowser()
try {
  for (const locale of locales) {
    await paintLanguage(browser, site.url, locale)
    await copyFile(
      `${root}${listingPath(locale)}`,
      `${root}${dist}/release/store/${locale}/listing.md`,
    )
  }
  console.log(`The stores' pictures and texts are in ${dist}/release/store.`)
} finally {
  await browser.close()
  await site.close()
}

import { copyFile, mkdir } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { poolOut } from './pool-widget.ts'
import { replaceOutput } from './replace-output.ts'
import { recordModules } from './shipped-modules.ts'
import { buildPages, dist, root } from './vite.ts'
import { readRelease, buildWidget, listWidgetFiles } from './widget.ts'
import { yieldOut } from './yield-widget.ts'

/**
 * Dist/site: self-contained static pages for any web server. The widget, built first where it is
 * missing, lies in them under its version, so that an address with a hash always names the same
 * file on a host that keeps earlier versions.
 */
export async function buildSite(): Promise<void> {
  const built = await readRelease().catch(() => buildWidget().then(() => readRelease()))
  const { integrity: pool } = await readRelease('pool/pool.js')
  const { integrity: ofYield } = await readRelease('yield/yield.js')
  const integrity = { boost: built.integrity, pool, yield: ofYield }
  const shown = { version: built.version, integrity }
  const version: Plugin = {
    name: 'twinstack:version',
    transformIndexHtml: (html) =>
      html
        .replaceAll('WIDGET_VERSION', built.version)
        .replaceAll('BOOST_INTEGRITY', built.integrity)
        .replaceAll('POOL_INTEGRITY', pool)
        .replaceAll('YIELD_INTEGRITY', ofYield),
  }
  const { plugins, ...rest } = recordModules('site')
  await replaceOutput(`${dist}/site`, async (out) => {
    await buildPages(
      'src/site',
      [
        'index.html',
        'frame.html',
        'sign.html',
        'privacy.html',
        'programme.html',
        'pool.html',
        'pool-frame.html',
        'yield-frame.html',
      ],
      out,
      {
        ...rest,
        plugins: [...plugins, version],
        define: { WIDGET_RELEASE: JSON.stringify(shown) },
      },
    )
    // One page under two names: the page itself sees which one it is.
    await copyFile(`${root}${out}/programme.html`, `${root}${out}/add.html`)
    const to = `${root}${out}/widget/${built.version}`
    for (const folder of ['pool', 'yield']) await mkdir(`${to}/${folder}`, { recursive: true })
    for (const { file } of await listWidgetFiles())
      if (file !== 'element.js') await copyFile(`${root}${dist}/widget/${file}`, `${to}/${file}`)
    for (const [folder, from] of [
      ['pool', poolOut],
      ['yield', yieldOut],
    ] as const)
      for (const { file } of await listWidgetFiles(from))
        await copyFile(`${from}/${file}`, `${to}/${folder}/${file}`)
  })
}

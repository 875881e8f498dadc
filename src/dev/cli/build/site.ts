import { copyFile, mkdir } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { poolOut } from './pool-widget.ts'
import { replacing } from './replacing.ts'
import { recorded } from './shipped.ts'
import { buildPages, dist, root } from './vite.ts'
import { release, widget, widgetFiles } from './widget.ts'

/**
 * Dist/site: static pages for any web server, complete in themselves. The widget, built first where
 * it is missing, lies in them under its version, so that an address with a hash names the same file
 * for ever on a host that keeps what it had.
 */
export async function site(): Promise<void> {
  const built = await release().catch(() => widget().then(() => release()))
  const { integrity: pool } = await release('pool/pool.js')
  const shown = { version: built.version, integrity: { boost: built.integrity, pool } }
  const version: Plugin = {
    name: 'twinstack:version',
    transformIndexHtml: (html) => html.replaceAll('WIDGET_VERSION', built.version),
  }
  const { plugins, ...rest } = recorded('site')
  await replacing(`${dist}/site`, async (out) => {
    await buildPages(
      'src/site',
      ['index.html', 'frame.html', 'sign.html', 'pool.html', 'pool-frame.html'],
      out,
      {
        ...rest,
        plugins: [...plugins, version],
        define: { WIDGET_RELEASE: JSON.stringify(shown) },
      },
    )
    const to = `${root}${out}/widget/${built.version}`
    await mkdir(`${to}/pool`, { recursive: true })
    for (const { file } of await widgetFiles())
      if (file !== 'element.js') await copyFile(`${root}${dist}/widget/${file}`, `${to}/${file}`)
    for (const { file } of await widgetFiles(poolOut))
      await copyFile(`${poolOut}/${file}`, `${to}/pool/${file}`)
  })
}

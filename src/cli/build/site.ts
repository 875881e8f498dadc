import { replacing } from './replacing.ts'
import { recorded } from './shipped.ts'
import { buildPages, dist } from './vite.ts'
import { release, widget } from './widget.ts'

/** dist/site: static pages for any web server. The builder's code names the version and the hash of the widget in dist/widget, which is built first where it is missing. */
export async function site(): Promise<void> {
  const built = await release().catch(() => widget().then(() => release()))
  await replacing(`${dist}/site`, (out) => buildPages('src/site', ['index.html', 'frame.html', 'sign.html', 'pool.html'], out, { ...recorded('site'), define: { WIDGET_RELEASE: JSON.stringify(built) } }))
}

import { buildPages } from './vite.ts'
import { release, widget } from './widget.ts'

/** dist/site: static pages for any web server. The builder's code names the version and the hash of the widget in dist/widget, which is built first where it is missing. */
export async function site(): Promise<void> {
  const built = await release().catch(() => widget().then(release))
  await buildPages('src/site', ['index.html', 'frame.html', 'sign.html'], 'dist/site', { define: { __WIDGET__: JSON.stringify(built) } })
}

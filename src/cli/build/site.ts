import { buildPages } from './vite.ts'

/** dist/site: static pages for any web server. */
export async function site(): Promise<void> {
  await buildPages('src/site', ['sign.html'], 'dist/site')
}

import { createServer } from 'vite'
import { root } from './build/vite.ts'
import { hasDisplay } from './start/has-display.ts'

/**
 * `npm run gallery`: every scene of the UI in a browser, in every theme and language, updated as
 * the sources change.
 */
const server = await createServer({
  configFile: `${root}vite.config.ts`,
  root: `${root}src/dev/gallery`,
  publicDir: false,
  cacheDir: `${root}node_modules/.vite/gallery`,
  server: { port: 4000, fs: { allow: [root] }, open: hasDisplay() },
})
await server.listen()
console.log('The gallery of every scene; press Ctrl+C to stop.')
server.printUrls()

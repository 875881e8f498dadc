import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { ApiAnswer } from './answer.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Pages served next to the network's paths: a path prefix, and the folder with its files. */
export type StaticPages = Record<string, string>

/**
 * The file that a path names, or undefined. A folder answers with its index.html; nothing outside
 * the folder is reachable.
 */
export const serveFile = async (
  pages: StaticPages,
  path: string,
): Promise<ApiAnswer | undefined> => {
  const prefix = Object.keys(pages)
    .filter((each) => path === each || path.startsWith(each.endsWith('/') ? each : `${each}/`))
    .sort((a, b) => b.length - a.length)[0]
  if (prefix === undefined) return undefined
  const folder = pages[prefix]!
  const file = normalize(join(folder, decodeURIComponent(path.slice(prefix.length))))
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return undefined
  const found = await stat(file).catch(() => undefined)
  if (!found) return undefined
  // Relative links of an index page resolve against the folder only when the path ends in a slash.
  if (found.isDirectory() && !path.endsWith('/'))
    return { status: 302, headers: { location: `${path}/` }, text: '' }
  const name = found.isDirectory() ? join(file, 'index.html') : file
  const bytes = await readFile(name).catch(() => undefined)
  return bytes && { bytes, type: types[extname(name)] ?? 'application/octet-stream' }
}

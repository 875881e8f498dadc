import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Names of scripts in a folder, with those of everything in it that they import at once. */
export function withImports(folder: string, names: readonly string[]): string[] {
  const all = new Set<string>()
  const add = (name: string) => {
    if (all.has(name)) return
    all.add(name)
    for (const [, imported] of readFileSync(folder + name, 'utf8').matchAll(
      /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
    ))
      add(imported!)
  }
  names.forEach(add)
  return [...all]
}

/**
 * Bytes of scripts and of everything that they import at once, each gzipped separately as a server
 * sends it.
 */
export const gzipped = (folder: string, names: readonly string[]): number =>
  withImports(folder, names).reduce(
    (sum, name) => sum + gzipSync(readFileSync(folder + name), { level: 9 }).length,
    0,
  )

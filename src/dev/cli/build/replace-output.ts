import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { root } from './vite.ts'

/**
 * Builds an output in a folder next to it and moves it into place when it is complete: a browser
 * that has the output loaded never sees half of one, and a failed build leaves the earlier output
 * untouched.
 */
export async function replaceOutput(
  output: string,
  build: (folder: string) => Promise<void>,
): Promise<void> {
  const fresh = `${dirname(output)}/.next-${process.pid}-${output.split('/').at(-1)}`
  const old = `${fresh}-old`
  try {
    await build(fresh)
    await mkdir(`${root}${dirname(output)}`, { recursive: true })
    await rename(`${root}${output}`, `${root}${old}`).catch(() => undefined)
    await rename(`${root}${fresh}`, `${root}${output}`)
  } finally {
    for (const folder of [fresh, old])
      await rm(`${root}${folder}`, { recursive: true, force: true })
  }
}

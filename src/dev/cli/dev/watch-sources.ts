import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build/vite.ts'

const folders = ['src', 'public', '_locales']
/** An editor saves several files one after another, and each in several steps. */
const SETTLED_AFTER_MS = 150

/**
 * Calls `onChange` with the changed files, as paths from the root, once they have settled; changes
 * during a call are collected for the next one.
 */
export function watchSources(onChange: (files: string[]) => Promise<void>): void {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isBusy = false

  const run = async () => {
    if (isBusy || changed.size === 0) return
    isBusy = true
    const files = [...changed]
    changed.clear()
    await onChange(files)
    isBusy = false
    void run()
  }
  const note = (file: string) => {
    changed.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => void run(), SETTLED_AFTER_MS)
  }
  for (const folder of folders)
    watch(`${root}${folder}`, { recursive: true }, (_event, name) => {
      if (name) note(join(folder, name))
    })
  watch(`${root}manifest.json`, () => note('manifest.json'))
}

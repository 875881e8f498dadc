import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Output } from '../build/outputs.ts'
import { filesWith } from './files-with.ts'
import type { Mutation } from './mutation.ts'
import { outputsOf } from './outputs-of.ts'
import { runIn } from './run-in.ts'
import type { Threat } from './threats.ts'

const FOLDER = 'build/mutate'
/** The copy with every defence in place. */
export const whole = `${FOLDER}/whole`

const COPIED = ['src', 'test', 'docs', '_locales', 'public', 'SECURITY.md', 'README.md']
const SETTINGS = [
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
]

const link = (copy: string): void =>
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))

/** Copies the sources, so that a run that is stopped leaves them as they were. */
export function copySources(): void {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(whole, { recursive: true })
  for (const name of [...COPIED, ...SETTINGS]) cpSync(name, join(whole, name), { recursive: true })
  link(whole)
}

/** A copy of the whole one, with what was built in it, for defences to be taken out of. */
export function addCopy(index: number): string {
  const copy = `${FOLDER}/${index + 1}`
  cpSync(whole, copy, {
    recursive: true,
    filter: (source) => source !== join(whole, 'node_modules'),
  })
  link(copy)
  return copy
}

/** Builds outputs in a copy; throws with what the build has printed when it fails. */
export async function build(copy: string, outputs: readonly Output[]): Promise<void> {
  if (outputs.length === 0) return
  const { ok, stdout, stderr } = await runIn(copy, [
    'tsx/dist/cli.mjs',
    'src/dev/cli/build.ts',
    ...outputs,
  ])
  if (!ok) throw new Error(`the build failed:\n${stdout}${stderr}`)
}

const placeOf = (output: Output): string =>
  `${output === 'demo-wallet' ? 'build' : 'dist'}/${output}`

/** Does something in a copy without a row's defence; `builds`: its test runs what is built. */
export async function withoutDefence<T>(
  copy: string,
  { mutation, row, builds }: { mutation: Mutation; row: Threat; builds: boolean },
  work: () => Promise<T>,
): Promise<T> {
  const { from, to, also = [], within } = mutation
  const files = filesWith(from, within)
  const outputs = builds ? outputsOf(files, row) : []
  for (const file of files) {
    const source = readFileSync(join(copy, file), 'utf8')
    const mutated = [{ from, to }, ...also].reduce(
      (text, each) => text.replaceAll(each.from, () => each.to),
      source,
    )
    writeFileSync(join(copy, file), mutated)
  }
  try {
    await build(copy, outputs)
    return await work()
  } finally {
    for (const place of [...files, ...outputs.map(placeOf)]) {
      rmSync(join(copy, place), { recursive: true, force: true })
      cpSync(join(whole, place), join(copy, place), { recursive: true })
    }
  }
}

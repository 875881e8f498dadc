import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { KeeperRefusal } from '../keeper-refusal.ts'
import type { KeeperConfig } from './keeper-config.ts'
import { parseKeeperConfig } from './parse-keeper-config.ts'

/**
 * The config of a file; paths in it are relative to its folder. Throws a `KeeperRefusal` with every
 * problem and its line.
 */
export function readConfig(path: string): KeeperConfig {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new KeeperRefusal({ word: 'keeper.config.unread', values: { file: path } })
  }
  const read = parseKeeperConfig(text)
  if (!read.ok)
    throw new KeeperRefusal(
      ...read.problems.map(({ line, at, word }) => ({
        word,
        place: [`${path}:${line}`, at].filter(Boolean).join(': '),
      })),
    )
  const { config } = read
  const fromHere = (name: string) => resolve(dirname(path), name)
  return {
    ...config,
    state: fromHere(config.state),
    ...('file' in config.key && { key: { file: fromHere(config.key.file) } }),
  }
}

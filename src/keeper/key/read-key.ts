import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { KeeperConfig } from '../config/keeper-config.ts'
import { KeeperRefusal } from '../keeper-refusal.ts'

const OTHERS = 0o077

/** The text of a file that nobody but its owner may read. */
function readSecretFile(file: string): string {
  let open: number
  try {
    open = openSync(file, 'r')
  } catch {
    throw new KeeperRefusal({ word: 'keeper.key.noFile', values: { file } })
  }
  try {
    const { mode, uid } = fstatSync(open)
    const owner = process.getuid?.()
    if ((mode & OTHERS) !== 0 || (owner !== undefined && uid !== owner))
      throw new KeeperRefusal({ word: 'keeper.key.mode', values: { file } })
    return readFileSync(open, 'utf8')
  } finally {
    closeSync(open)
  }
}

/**
 * The private key, hex with the mark of a compressed public key: from a file of mode 600, or from
 * an environment variable, which is taken out of the environment. Throws a `KeeperRefusal` that
 * never repeats what it read.
 */
export function readKey(
  from: KeeperConfig['key'],
  environment: Record<string, string | undefined> = process.env,
): string {
  let text: string
  if ('file' in from) text = readSecretFile(from.file)
  else {
    const { [from.environment]: given } = environment
    if (given === undefined)
      throw new KeeperRefusal({
        word: 'keeper.key.noVariable',
        values: { name: from.environment },
      })
    delete environment[from.environment]
    text = given
  }
  const key = /^(?:0x)?([0-9a-f]{64})(?:01)?$/i.exec(text.trim())?.[1]
  if (key === undefined) throw new KeeperRefusal({ word: 'keeper.key.form' })
  return `${key.toLowerCase()}01`
}

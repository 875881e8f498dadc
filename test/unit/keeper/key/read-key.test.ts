import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keeperAccount } from '../../../../src/dev/network/accounts.ts'
import { createSigner } from '../../../../src/keeper/key/create-signer.ts'
import { readKey } from '../../../../src/keeper/key/read-key.ts'

const { key } = keeperAccount

const fileOf = (text: string, mode: number): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'twinstack-key-')), 'keeper.key')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

describe('the key of a keeper', () => {
  it.each([0o600, 0o400])('is read from a file of mode %o', (mode) => {
    expect(readKey({ file: fileOf(`${key}\n`, mode) })).toBe(key)
  })

  it.each([0o640, 0o604, 0o644, 0o660, 0o666])('is refused from a file of mode %o', (mode) => {
    expect(() => readKey({ file: fileOf(key, mode) })).toThrow('keeper.key.mode')
  })

  it('is taken out of the environment', () => {
    const environment: Record<string, string | undefined> = { KEEPER_KEY: key.slice(0, 64) }
    expect(readKey({ environment: 'KEEPER_KEY' }, environment)).toBe(key)
    expect(environment).toEqual({})
    expect(() => readKey({ environment: 'KEEPER_KEY' }, environment)).toThrow(
      'keeper.key.noVariable',
    )
  })

  it('is refused in any other form, and not repeated', () => {
    for (const text of ['', 'twelve words of a phrase', key.slice(4), `${key}02`]) {
      const reading = () => readKey({ file: fileOf(text, 0o600) })
      expect(reading).toThrow('keeper.key.form')
      try {
        reading()
      } catch (failure) {
        expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain(
          text || 'nothing to find',
        )
      }
    }
  })

  it('cannot be reached from its signer', () => {
    const signer = createSigner(key, 'devnet')
    expect(signer.address).toBe(keeperAccount.address)
    const shown = JSON.stringify(signer) + Object.values(signer).map(String).join()
    expect(shown).not.toContain(key.slice(0, 64))
  })
})

import type { Plugin } from 'vite'

const IMPORT = ' signSync,'
const SETTING = /^utils\.hmacSha256Sync = [^]*?^\};?$/m
/** What works with a private key. */
const SIGNER = /^export function (privateKeyToPublic|signWithKey)\([^]*?^\}$/gm

/**
 * Takes the making of signatures out of @stacks/transactions: no key is ever here, and what wallets
 * have signed is only checked.
 */
export const noSigning = (): Plugin => ({
  name: 'twinstack:no-signing',
  transform(code, id) {
    if (!id.endsWith('/@stacks/transactions/dist/esm/keys.js')) return undefined
    if (!code.includes(IMPORT) || !SETTING.test(code) || code.match(SIGNER)?.length !== 2)
      throw new Error('@stacks/transactions signs in another way than before.')
    const refuse = 'const signSync = () => { throw Error() };\n'
    const checkOnly = code
      .replace(IMPORT, '')
      .replace(SETTING, '')
      .replace(SIGNER, 'export const $1 = signSync;')
    return { code: refuse + checkOnly, map: null }
  },
})

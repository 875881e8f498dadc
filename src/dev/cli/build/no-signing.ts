import type { Plugin } from 'vite'

const IMPORT = ' signSync,'
const SETTING = /^utils\.hmacSha256Sync = [^]*?^\};?$/m

/**
 * Takes the making of signatures out of @stacks/transactions: no key is ever here, and what wallets
 * have signed is only checked.
 */
export const noSigning = (): Plugin => ({
  name: 'twinstack:no-signing',
  transform(code, id) {
    if (!id.endsWith('/@stacks/transactions/dist/esm/keys.js')) return undefined
    if (!code.includes(IMPORT) || !SETTING.test(code))
      throw new Error('@stacks/transactions signs in another way than before.')
    const refuse = "const signSync = () => { throw new Error('Nothing is signed here.') };\n"
    return { code: refuse + code.replace(IMPORT, '').replace(SETTING, ''), map: null }
  },
})

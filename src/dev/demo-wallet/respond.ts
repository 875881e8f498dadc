import * as v from 'valibot'
import { accountsShown, rememberAccount, signingKey } from './accounts.ts'
import { callParams, deployParams, type FromPage } from './protocol.ts'
import { respondDusk } from './respond-dusk.ts'
import type { WalletSettings } from './settings.ts'
import { callContract, deployContract } from './sign.ts'

type Result = { result: unknown } | { error: { code: number; message: string } }
const refuse = (code: number, message: string): Result => ({ error: { code, message } })

/** What the wallet gives back for an approved request. */
export async function respond(
  { shape, method, params }: FromPage,
  origin: string,
  settings: WalletSettings,
): Promise<Result> {
  if (settings.behaviour === 'error' || settings.behaviour === 'error-resolved')
    return refuse(-32_603, 'Something went wrong')
  if (shape === 'dusk') return respondDusk(method, params, origin, settings)
  switch (method) {
    case 'getAddresses':
    case 'wallet_connect':
      await chrome.storage.local.set({ [`connected:${origin}`]: true })
      await rememberAccount(origin, settings)
      return { result: { addresses: accountsShown(settings) } }
    case 'stx_callContract': {
      const connected =
        (await chrome.storage.local.get(`connected:${origin}`))[`connected:${origin}`] === true
      if (shape === 'xverse' && !connected) return refuse(-32_002, 'Access denied')
      const parsed = v.safeParse(callParams, params)
      if (!parsed.success) return refuse(-32_602, 'Invalid parameters')
      try {
        return {
          result: await callContract(
            parsed.output,
            await signingKey(parsed.output.address, origin, settings),
            shape,
            settings,
          ),
        }
      } catch (error) {
        return refuse(-32_603, error instanceof Error ? error.message : String(error))
      }
    }
    case 'stx_deployContract': {
      const parsed = v.safeParse(deployParams, params)
      if (!parsed.success) return refuse(-32_602, 'Invalid parameters')
      try {
        return {
          result: await deployContract(
            parsed.output,
            await signingKey(parsed.output.address, origin, settings),
            settings,
          ),
        }
      } catch (error) {
        return refuse(-32_603, error instanceof Error ? error.message : String(error))
      }
    }
    default:
      return refuse(-32_601, `No method ${method}`)
  }
}

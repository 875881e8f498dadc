import * as v from 'valibot'
import { signFor } from '../../protocol/hyperstaking/host/signature.ts'
import { duskCall } from '../../wallet/dusk/dusk-request.ts'
import { networkAccount } from '../network/dusk/network-account.ts'
import type { WalletSettings } from './settings.ts'

type Result = { result: unknown } | { error: { code: number; message: string } }
const refuse = (code: number, message: string): Result => ({ error: { code, message } })

const accountAnswer = v.object({ balance: v.number(), next_nonce: v.number() })

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** What a Dusk wallet answers without asking its user. */
export const quietMethods: ReadonlySet<string> = new Set([
  'dusk_getCapabilities',
  'dusk_chainId',
  'dusk_profiles',
  'dusk_getPublicBalance',
])

const post = (base: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/**
 * A Dusk wallet on the embedded network: its requests as the official one has them, transactions in
 * the network's own form.
 */
export async function respondDusk(
  method: string,
  params: unknown,
  origin: string,
  settings: WalletSettings,
): Promise<Result> {
  const { account, api, chainId } = settings.dusk
  const key = `dusk-connected:${origin}`
  const connected = async () => (await chrome.storage.local.get(key))[key] === true
  const profiles = [{ profileId: 'demo', account }]
  switch (method) {
    case 'dusk_getCapabilities':
      return {
        result: {
          provider: 'dusk-connect',
          walletName: 'Demo wallet',
          methods: [...quietMethods, 'dusk_requestProfiles', 'dusk_sendTransaction'],
          txKinds: ['contract_call'],
          limits: { maxFnArgsBytes: 65_536 },
        },
      }
    case 'dusk_chainId':
      return { result: `dusk:${settings.behaviour === 'other-network' ? 1 : chainId}` }
    case 'dusk_profiles':
      return (await connected()) ? { result: profiles } : refuse(4100, 'Unauthorized')
    case 'dusk_requestProfiles':
      await chrome.storage.local.set({ [key]: true })
      return { result: profiles }
    case 'dusk_getPublicBalance': {
      const { balance, next_nonce: next } = v.parse(
        accountAnswer,
        await (await post(api, `/on/account:${account}/status`, null)).json(),
      )
      return { result: { nonce: String(next - 1), value: String(balance) } }
    }
    case 'dusk_sendTransaction':
      return (await connected()) ? send(params, settings) : refuse(4100, 'Unauthorized')
    default:
      return refuse(-32_601, `No method ${method}`)
  }
}

async function send(
  params: unknown,
  { behaviour, dusk: { account: own, api, chainId } }: WalletSettings,
): Promise<Result> {
  const parsed = v.safeParse(duskCall, params)
  if (!parsed.success) return refuse(-32_602, 'Invalid parameters')
  const { contractId, fnName, fnArgs, amount, deposit, gas } = parsed.output
  const account = behaviour === 'other-account' ? networkAccount('bob') : own
  const { next_nonce: nonce } = v.parse(
    accountAnswer,
    await (await post(api, `/on/account:${account}/status`, null)).json(),
  )
  // Half the amount, in both places, so that the contract takes it.
  const halved = behaviour === 'other-argument'
  const call = {
    contract: contractId.slice(2),
    fn_name: fnName,
    fn_args: halved ? halve(fnArgs.slice(2)) : fnArgs.slice(2),
  }
  const unsigned = {
    chain_id: chainId,
    sender: account,
    nonce: String(nonce),
    receiver: null,
    value: amount,
    deposit: halved ? (BigInt(deposit) / 2n).toString() : deposit,
    gas_limit: gas.limit,
    gas_price: behaviour === 'costly' ? (BigInt(gas.price) * 200n).toString() : gas.price,
    call,
  }
  const fields = [
    ...Object.values(unsigned).slice(0, -1),
    [call.contract, call.fn_name, call.fn_args],
  ]
  const message = new TextEncoder().encode(JSON.stringify(fields))
  const signed = { ...unsigned, signature: signFor(account, message) }
  const answer = await fetch(`${api}/on/transactions/propagate`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array([1, ...new TextEncoder().encode(JSON.stringify(signed))]),
  })
  if (!answer.ok) return refuse(-32_603, `The network refused it: ${await answer.text()}`)
  if (behaviour === 'nonsense') return { result: { hash: 12 } }
  return { result: { hash: hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', message))) } }
}

/** A u64 argument, little-endian hex, halved. */
function halve(hex: string): string {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, view.getBigUint64(0, true) / 2n, true)
  return hexOf(bytes)
}

import * as v from 'valibot'
import { isAccount } from '../../protocol/hyperstaking/core/ids.ts'
import type { JobOutcome } from '../bridge/job-outcome.ts'
import { duskErrorCode, duskFailure, REJECTED, UNAUTHORIZED } from './dusk-failure.ts'
import type { DuskRequest } from './dusk-request.ts'
import type { DuskProvider } from './dusk-wallets.ts'

const profilesAnswer = v.pipe(
  v.array(v.object({ account: v.custom<string>(isAccount) })),
  v.maxLength(100),
)
const sentAnswer = v.object({ hash: v.pipe(v.string(), v.regex(/^(0x)?[0-9a-fA-F]{64}$/)) })

const fail = (failure: Extract<JobOutcome, { result: 'failed' }>['failure']): JobOutcome => ({
  result: 'failed',
  failure,
})

/**
 * Whether the wallet is on a network; one that is on another is asked to switch, which is its
 * user's choice. Throws the user's refusal.
 */
async function isOnNetwork(
  provider: DuskProvider,
  caip2: string,
  ownNodes: readonly string[],
): Promise<boolean> {
  const now = () => provider.request({ method: 'dusk_chainId' })
  const before = await now()
  // A private node has its own name, whichever network it serves.
  if (typeof before === 'string' && [caip2, ...ownNodes].includes(before)) return true
  try {
    await provider.request({ method: 'dusk_switchNetwork', params: { chainId: caip2 } })
  } catch (thrown) {
    if (duskErrorCode(thrown) === REJECTED) throw thrown
    return false
  }
  return (await now()) === caip2
}

/**
 * Asks for the wallet's public accounts, after the wallet's own window where it does not show them
 * to this page yet; `caip2`: the network that they must be of, to which the wallet is asked to
 * switch; `ownNodes`: names under which a wallet shows that network on a node of one's own.
 */
export async function askDuskProfiles(
  provider: DuskProvider,
  caip2: string,
  ownNodes: readonly string[] = [],
): Promise<JobOutcome> {
  try {
    const profiles = v.safeParse(profilesAnswer, await profilesOf(provider))
    if (!profiles.success || profiles.output.length === 0) return fail('result-unreadable')
    if (!(await isOnNetwork(provider, caip2, ownNodes))) return fail('wrong-network')
    return { result: 'connected', addresses: profiles.output.map(({ account }) => account) }
  } catch (thrown) {
    return fail(duskFailure(thrown))
  }
}

const capabilities = v.object({
  txKinds: v.optional(v.array(v.string())),
  limits: v.optional(v.object({ maxFnArgsBytes: v.optional(v.number()) })),
})

/** Whether the wallet takes such a call, as far as it says: older ones say nothing. */
async function takesCall(provider: DuskProvider, call: DuskRequest['call']): Promise<boolean> {
  const said = await provider.request({ method: 'dusk_getCapabilities' }).catch(() => null)
  const parsed = v.safeParse(capabilities, said)
  if (!parsed.success) return true
  const { txKinds, limits } = parsed.output
  const bytes = (call.fnArgs.length - 2) / 2
  return (
    (txKinds === undefined || txKinds.includes(call.kind)) &&
    (limits?.maxFnArgsBytes === undefined || bytes <= limits.maxFnArgsBytes)
  )
}

/** The accounts that the wallet shows this page; asks for access where it shows none yet. */
async function profilesOf(provider: DuskProvider): Promise<unknown> {
  const shown = await provider.request({ method: 'dusk_profiles' }).catch((thrown: unknown) => {
    if (duskErrorCode(thrown) === UNAUTHORIZED) return []
    throw thrown
  })
  return Array.isArray(shown) && shown.length > 0
    ? shown
    : provider.request({ method: 'dusk_requestProfiles' })
}

/**
 * Asks the wallet to sign and send a contract call; only on the network and with the account of the
 * request.
 */
export async function askDuskCall(
  provider: DuskProvider,
  { caip2, ownNodes, account, call }: DuskRequest,
): Promise<JobOutcome> {
  try {
    if (!(await takesCall(provider, call))) return fail('wallet-error')
    const profiles = v.safeParse(profilesAnswer, await profilesOf(provider))
    // The wallet sends from the first profile that it shows: no other account can be asked for.
    const answeredBy = profiles.success ? profiles.output[0]?.account : undefined
    if (answeredBy !== account)
      return { ...fail('wrong-account'), ...(answeredBy !== undefined && { answeredBy }) }
    if (!(await isOnNetwork(provider, caip2, ownNodes))) return fail('wrong-network')
    const sent = v.safeParse(
      sentAnswer,
      await provider.request({ method: 'dusk_sendTransaction', params: call }),
    )
    if (!sent.success) return fail('result-unreadable')
    return {
      result: 'signed',
      txid: sent.output.hash.replace(/^0x/, '').toLowerCase(),
      transaction: null,
    }
  } catch (thrown) {
    return fail(duskFailure(thrown))
  }
}

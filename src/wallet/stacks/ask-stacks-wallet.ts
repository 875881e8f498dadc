import { request, type StacksProvider } from '@stacks/connect'
import * as v from 'valibot'
import type { JobOutcome } from '../bridge/job-outcome.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'
import { accessDenied, stacksErrorCode, stacksFailure } from './stacks-failure.ts'
import type { StacksWallet } from './stacks-wallets.ts'

const addressesAnswer = v.object({ addresses: v.array(v.object({ address: v.string() })) })
const callAnswer = v.object({ txid: v.optional(v.string()), transaction: v.optional(v.string()) })

// The page's localStorage is the page's: no address is left there, and no wallet is taken from
// there.
const options = (provider: StacksProvider) => ({
  provider,
  persistWalletSelect: false,
  enableLocalStorage: false,
})

/**
 * Parameters of `stx_callContract` as every wallet can read them: older Xverse builds look for
 * `arguments` where others have `functionArgs`.
 */
export function callParameters(wallet: StacksWallet, call: StacksCallRequest) {
  return {
    contract: call.contract as `${string}.${string}`,
    functionName: call.functionName,
    functionArgs: call.args,
    arguments: call.args,
    postConditionMode: call.postConditionMode,
    postConditions: call.postConditions,
    network: call.network,
    ...(wallet.takesAddress && { address: call.account }),
  }
}

/** Parameters of `stx_deployContract`; `clarityCode` is the published name of the source. */
function deployParameters(
  wallet: StacksWallet,
  call: StacksCallRequest,
  { source, clarityVersion }: NonNullable<StacksCallRequest['deploy']>,
) {
  return {
    name: call.contract.split('.')[1]!,
    clarityCode: source,
    clarityVersion,
    postConditionMode: call.postConditionMode,
    postConditions: call.postConditions,
    network: call.network,
    ...(wallet.takesAddress && { address: call.account }),
  }
}

/** Parameters of the request for addresses, in the wallet's own names of networks. */
function addressParameters(
  { connectNetworks }: StacksWallet,
  network: string,
): { network?: string } {
  const name = connectNetworks ? connectNetworks[network] : network
  return name === undefined ? {} : { network: name }
}

/** Asks for the wallet's addresses; all kinds of address come back, Bitcoin's too. */
export async function askStacksAddresses(
  wallet: StacksWallet,
  provider: StacksProvider,
  network: string,
): Promise<JobOutcome> {
  try {
    const answer = v.safeParse(
      addressesAnswer,
      await request(options(provider), 'getAddresses', addressParameters(wallet, network)),
    )
    if (!answer.success) return { result: 'failed', failure: 'result-unreadable' }
    return { result: 'connected', addresses: answer.output.addresses.map(({ address }) => address) }
  } catch (thrown) {
    return { result: 'failed', failure: stacksFailure(thrown) }
  }
}

/**
 * Asks the wallet to sign and send a contract call or a contract; connects first where the wallet
 * wants that.
 */
export async function askStacksCall(
  wallet: StacksWallet,
  provider: StacksProvider,
  call: StacksCallRequest,
): Promise<JobOutcome> {
  const ask = (): Promise<unknown> =>
    call.deploy
      ? request(
          options(provider),
          'stx_deployContract',
          deployParameters(wallet, call, call.deploy),
        )
      : request(options(provider), 'stx_callContract', callParameters(wallet, call))
  try {
    const answer = await ask().catch(async (thrown: unknown) => {
      if (!wallet.connectFirst || stacksErrorCode(thrown) !== accessDenied) throw thrown
      await request(options(provider), 'getAddresses', addressParameters(wallet, call.network))
      return ask()
    })
    const parsed = v.safeParse(callAnswer, answer)
    if (!parsed.success || (!parsed.output.txid && !parsed.output.transaction))
      return { result: 'failed', failure: 'result-unreadable' }
    return {
      result: 'signed',
      txid: parsed.output.txid ?? null,
      transaction: parsed.output.transaction ?? null,
    }
  } catch (thrown) {
    return { result: 'failed', failure: stacksFailure(thrown) }
  }
}

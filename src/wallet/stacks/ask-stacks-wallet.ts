import { request, type StacksProvider } from '@stacks/connect'
import * as v from 'valibot'
import type { JobOutcome } from '../bridge/job-outcome.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'
import { accessDenied, stacksErrorCode, stacksFailure } from './stacks-failure.ts'
import type { StacksWallet } from './stacks-wallets.ts'

const addressesAnswer = v.object({
  addresses: v.array(
    v.object({
      address: v.string(),
      walletType: v.optional(v.fallback(v.nullable(v.string()), null)),
    }),
  ),
})
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
    const { addresses } = answer.output
    const ledger = addresses.filter(({ walletType }) => walletType === 'ledger')
    return {
      result: 'connected',
      addresses: addresses.map(({ address }) => address),
      ...(ledger.length > 0 && { ledger: ledger.map(({ address }) => address) }),
    }
  } catch (thrown) {
    return { result: 'failed', failure: stacksFailure(thrown) }
  }
}

/** Version letters of addresses: of one signer, and of several. */
const letters = { mainnet: /^S[PM]/, testnet: /^S[TN]/, devnet: /^S[TN]/ }

/** Null: the account that has to sign is among those that the wallet shows to this page. */
async function findWrongAccount(
  wallet: StacksWallet,
  provider: StacksProvider,
  { account, network }: StacksCallRequest,
): Promise<JobOutcome | null> {
  const shown = await askStacksAddresses(wallet, provider, network)
  if (shown.result !== 'connected') return shown
  if (shown.addresses.includes(account)) return null
  const answeredBy = shown.addresses.find((address) => letters[network].test(address))
  return answeredBy === undefined
    ? { result: 'failed', failure: 'wrong-network' }
    : { result: 'failed', failure: 'wrong-account', answeredBy }
}

/**
 * Asks the wallet to sign and send a contract call or a contract; connects first where the wallet
 * wants that. `addressFirst`: asks for its account before, because no wallet is known to sign with
 * the account that a request names, and signs with no other.
 */
export async function askStacksCall(
  wallet: StacksWallet,
  provider: StacksProvider,
  call: StacksCallRequest,
  addressFirst = false,
): Promise<JobOutcome> {
  const wrong = addressFirst ? await findWrongAccount(wallet, provider, call) : null
  if (wrong) return wrong
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

import { enrolBlockers, takesCall } from '../../app/dual-stacking/blockers.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import { readAccount } from '../../chain/stacks/read-account.ts'
import { readNetwork } from '../../chain/stacks/read-network.ts'
import {
  changeRewardAddressCall,
  enrollCall,
  optOutCall,
} from '../../wallet/stacks/holder-calls.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { clientFor } from '../stacks-clients.ts'
import { connectWallet } from '../stacks/connect-wallet.ts'
import { signRequest } from '../stacks/sign-request.ts'
import type { StacksWalletKey } from '../stacks/signing-setup.ts'
import type { SigningSetup } from './actions-setup.ts'
import { selectDeployment } from './chain.ts'
import type { UserAction } from './events.ts'

/**
 * Connects a wallet, has it sign one call, checks what it gave against what was asked, and has the
 * transaction followed to its end. Each failure has its sentence.
 */
export async function signAction(
  action: UserAction,
  rewardAddress: string | null,
  setup: SigningSetup,
): Promise<void> {
  const { words, f, emit, signal } = setup
  const fail = (key: StacksWalletKey, values?: Record<string, string>, more = ''): void => {
    setup.fail(key.replace('problem.', ''), `${words.t(key, values)}${more}`)
  }
  const deployment = selectDeployment(setup.where())
  const rewarded = rewardAddress === null ? null : checkAddress(rewardAddress, deployment.network)
  if (rewarded ? !rewarded.ok : action === 'change-reward-address') return fail('problem.address')
  // Not every version of the contract refuses it, and what it pays itself is lost to the holder.
  if (rewarded?.ok && rewarded.address === deployment.contract) return fail('problem.own')
  const connected = await connectWallet(deployment.network, setup)
  if (!connected || signal.aborted) return
  const { wallet, provider, account } = connected

  const client = clientFor(deployment)
  const stop = await findKnownFailure(action, { client, deployment, account }, setup)
  if (signal.aborted) return
  if (stop) {
    return fail(
      stop.key,
      stop.amounts && {
        minimum: f.sats(stop.amounts.minimumSats),
        have: f.sats(stop.amounts.sats),
      },
    )
  }
  const request = buildRequest(action, deployment, account, rewarded?.ok ? rewarded.address : null)
  return signRequest(
    {
      request,
      client,
      wallet,
      provider,
      submitted: (txid) => emit('transaction-submitted', { action, txid, address: account }),
      confirmed: (txid) => {
        emit('transaction-confirmed', { action, txid, address: account })
        setup.offer(action !== 'opt-out')
        void watchLanding({ client, deployment, account }, setup)
      },
      describeError: (errorNumber) => words.describeError(deployment.family, errorNumber),
    },
    setup,
  )
}

/** The contract that is called, where it is read, and who calls. */
interface Called {
  client: StacksClient
  deployment: Deployment
  account: string
}

/** From now on rewards are watched. */
async function watchLanding(
  { client, deployment, account }: Called,
  { words, f, say, emit, signal }: SigningSetup,
): Promise<void> {
  const sayLanded = ({ sats }: { sats: bigint }) => say(words.t('landed', { sats: f.sats(sats) }))
  const rewards = await import('./rewards.ts').catch(() => undefined)
  await rewards?.watchRewards({
    client,
    deployment,
    address: account,
    signal,
    landed: (payment) => {
      sayLanded(payment)
      emit('reward-landed', {
        address: account,
        sats: payment.sats.toString(),
        txid: payment.txid,
        cycle: payment.cycle.known ? payment.cycle.value : null,
      })
    },
    undone: () => say(words.t('undone')),
    back: sayLanded,
  })
}

const blockerProblems: Record<string, StacksWalletKey> = {
  'already-enrolled': 'problem.already-enrolled',
  blacklisted: 'problem.blacklisted',
  'below-minimum': 'problem.below-minimum',
  'minimum-not-met': 'problem.too-little',
}

interface KnownFailure {
  key: StacksWalletKey
  amounts?: { minimumSats: bigint; sats: bigint }
}

/**
 * What is known to make the call fail, before it costs a fee. A contract that cannot be read, or
 * takes no calls, is not signed for; what cannot be read of an account stops nothing.
 */
async function findKnownFailure(
  action: UserAction,
  { client, deployment, account }: Called,
  { offer }: SigningSetup,
): Promise<KnownFailure | undefined> {
  const { reading: network } = await readNetwork(client, deployment, { tipMaxAgeMs: 30_000 })
  if (!network) return { key: 'problem.unread' }
  if (!takesCall(network, action)) return { key: 'problem.closed' }
  const { reading } = await readAccount(client, deployment, { address: account, network })
  if (!reading) return undefined
  const { enrolledNextCycle: enrolled } = reading
  if (enrolled.known) offer(enrolled.value)
  if (action !== 'enroll')
    return enrolled.known && !enrolled.value ? { key: 'problem.not-enrolled' } : undefined
  const blocker = enrolBlockers(network, reading).find(({ final }) => final)
  return (
    blocker && {
      key: blockerProblems[blocker.code] ?? 'problem.closed',
      ...(blocker.code === 'below-minimum' && { amounts: blocker }),
    }
  )
}

function buildRequest(
  action: UserAction,
  deployment: Deployment,
  account: string,
  rewardAddress: string | null,
): StacksCallRequest {
  if (action === 'opt-out') return optOutCall(deployment, account)
  return action === 'enroll'
    ? enrollCall(deployment, account, rewardAddress)
    : changeRewardAddressCall(deployment, account, rewardAddress!)
}

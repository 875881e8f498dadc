import { answered, type Answer } from '../../http/answer.ts'
import type { Urgency } from '../../http/request-queue.ts'
import { chainPositionOf } from '../chain-position.ts'
import type { StacksClient } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'
import type { RewardPayment } from '../readings.ts'
import { mayPayTo, type RewardAddressSetting } from './reward-address-setting.ts'

const MOST_CALLS = 50

/** When an address itself took part in a contract, by its newest 50 transactions. */
const readTakingPart = async (
  client: StacksClient,
  contract: string,
  address: string,
  urgency: Urgency,
): Promise<Answer<RewardAddressSetting[]>> => {
  // Once a Bitcoin block, however many payments there are.
  const options = { urgency, validBlocks: 1 }
  const latest = await client.transactionsOf(address, MOST_CALLS, options)
  if (!latest.ok) return latest
  const settings = latest.value.flatMap((call): RewardAddressSetting[] => {
    const enrolls = isCallOf(call, contract, 'enroll')
    if (call.sender_address !== address) return []
    if (!enrolls && !isCallOf(call, contract, 'opt-out')) return []
    const [stacks, index] = chainPositionOf(call)
    const burn = call.burn_block_height ?? 0
    return [{ contract, address: enrolls ? address : null, burn, stacks, index }]
  })
  return answered(settings)
}

/**
 * Whose reward a payment is that a contract without events sent to another address than the
 * account's: the account's, where its own calls let the contract pay there at that time; `unclear`
 * where the receiving address took part itself; else it is left as it was read. Others who have
 * their rewards sent to the same address are not looked for. At most one request.
 */
export const attributePayment = async (
  client: StacksClient,
  payment: RewardPayment,
  asked: {
    account: string
    contract: string
    settings: readonly RewardAddressSetting[]
    urgency: Urgency
  },
): Promise<Answer<RewardPayment>> => {
  const { account, contract, settings, urgency } = asked
  const { burnHeight, rewardAddress: recipient } = payment
  if (!burnHeight.known || !mayPayTo(settings, contract, recipient, burnHeight.value))
    return answered(payment)
  const others = await readTakingPart(client, contract, recipient, urgency)
  if (!others.ok) return others
  const isShared = mayPayTo(others.value, contract, recipient, burnHeight.value)
  return answered({
    ...payment,
    enrolledAddress: account,
    evidence: isShared ? 'unclear' : 'transfer',
  })
}

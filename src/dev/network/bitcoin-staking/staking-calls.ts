import { Cl, type ClarityValue } from '@stacks/transactions'
import { decodeClarity, type PlainClarity } from '../../../chain/stacks/clarity.ts'
import type { DevnetAccount } from '../accounts.ts'
import { sbtcDeposit } from '../contracts.ts'
import type { ChainTransaction } from '../ledger/chain-transaction.ts'
import type { Node } from '../node/node.ts'
import type { StacksSender } from '../node/sender.ts'
import { pox5Contract } from './pox-5-contract.ts'

/** Signed calls and reads of contracts for the network's own actions; what is refused throws. */
export interface StakingCalls {
  call: (
    account: DevnetAccount,
    contract: string,
    method: string,
    args: ClarityValue[],
  ) => Promise<ChainTransaction>
  /** SBTC from nowhere; to pox-5 it is income. */
  mintSats: (to: string, sats: bigint) => Promise<void>
  read: (contract: string, method: string, args: ClarityValue[]) => Promise<PlainClarity>
}

/** Calls on a node; `payer` signs for minting. */
export const createStakingCalls = (
  node: Node,
  send: StacksSender,
  payer: DevnetAccount,
): StakingCalls => {
  const call: StakingCalls['call'] = async (account, contract, method, args) => {
    const sent = await send(account, { kind: 'call', contract, method, args })
    if (!sent.ok) throw new Error(`${method} cannot be called: ${sent.reason}`)
    const { transaction } = sent
    if (transaction.status !== 'success')
      throw new Error(`${method} was refused: ${transaction.reason ?? transaction.result}`)
    return transaction
  }
  return {
    call,
    mintSats: async (to, sats) => {
      await call(payer, sbtcDeposit, 'deposit', [Cl.principal(to), Cl.uint(sats)])
    },
    read: async (contract, method, args) => {
      const hex = args.map((arg) => `0x${Cl.serialize(arg)}`)
      const answer = await node.host.callRead(contract, method, hex, contract.split('.')[0]!)
      if (!answer.okay) throw new Error(`${method} does not answer: ${answer.cause}`)
      const value = decodeClarity(answer.result)
      if (value === undefined) throw new Error(`${method} answers no value`)
      return value
    },
  }
}

/** Reads a uint of pox-5. */
export const readPoxUint = async (
  { read }: Pick<StakingCalls, 'read'>,
  method: string,
  args: ClarityValue[] = [],
): Promise<bigint> => {
  const value = await read(pox5Contract, method, args)
  if (typeof value !== 'bigint') throw new Error(`${method} answers no number`)
  return value
}

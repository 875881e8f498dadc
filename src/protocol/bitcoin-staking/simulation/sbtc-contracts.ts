import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { add } from '../../clarity/u128.ts'
import { WITHDRAWAL_DUST_SATS } from '../constants.ts'
import type { ContractFrame } from './contract-frame.ts'
import { byName, contractFunction, type ContractModel } from './contract-model.ts'

const transfer = contractFunction(
  'transfer',
  {
    amount: 'uint',
    sender: 'principal',
    recipient: 'principal',
    memo: { optional: { buffer: 34 } },
  },
  (frame: ContractFrame<null>, { amount, sender, recipient }) => {
    refuseUnless(frame.txSender === sender || frame.contractCaller === sender, 4)
    frame.execution.transferSbtc(sender, recipient, amount)
    return true
  },
)

/** The sBTC token as a contract that accounts call. */
export const sbtcTokenContract: ContractModel<null> = {
  publicFunctions: byName([transfer]),
  readFunctions: byName([]),
  createState: () => null,
}

/**
 * Asks the sBTC contracts to pay `amountSats` of this contract on Bitcoin; locks the largest fee
 * with it. Errors: 1 balance too low, 502 amount at or below the dust limit [bitcoin-staking 7.2].
 */
export function requestWithdrawal<S>(
  frame: ContractFrame<S>,
  amountSats: bigint,
  maxFeeSats: bigint,
): bigint {
  const { sbtc, withdrawals } = frame.chain
  const sats = add(amountSats, maxFeeSats)
  if (!sbtc.burn('available', frame.self, sats)) throw new ContractRefusal(1)
  frame.execution.recordMove({ burned: 'available', who: frame.self, sats })
  sbtc.mint('locked', frame.self, sats)
  frame.execution.recordMove({ minted: 'locked', who: frame.self, sats })
  refuseUnless(amountSats > WITHDRAWAL_DUST_SATS, 502)
  return withdrawals.file({ requester: frame.self, amountSats, maxFeeSats })
}

import type { ParameterValues } from '../../clarity/parameter-types.ts'
import { signerKey } from '../contract/parameters.ts'
import { grantSignerKey, registerSigner } from '../contract/signer-keys.ts'
import type { ContractFrame } from '../simulation/contract-frame.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { requireAdmin, type ManagerFrame } from './manager-frame.ts'

export const registerSelfParameters = {
  'signer-manager': 'trait',
  'signer-key': signerKey,
  'auth-id': 'uint',
  'signer-sig': { buffer: 65 },
} as const

/** Grants and registers a key for the manager that runs; answers what pox-5 answers. */
export function registerSelfWith<S>(
  frame: ContractFrame<S>,
  args: ParameterValues<typeof registerSelfParameters>,
) {
  frame.call(frame.chain.pox, grantSignerKey, {
    'signer-key': args['signer-key'],
    'signer-manager': args['signer-manager'],
    'auth-id': args['auth-id'],
    'signer-sig': args['signer-sig'],
  })
  return frame.call(frame.chain.pox, registerSigner, {
    'signer-manager': args['signer-manager'],
    'signer-key': args['signer-key'],
  })
}

/** An admin registers the manager's key [bitcoin-staking 7.2]. */
export const registerSelf = contractFunction(
  'register-self',
  registerSelfParameters,
  (frame: ManagerFrame, args) => {
    requireAdmin(frame)
    return registerSelfWith(frame, args)
  },
)

import { mapKey } from '../../clarity/contract-map.ts'
import { optional } from '../../clarity/contract-value.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import type { PoxFrame } from './pox-frame.ts'
import { signerSetItem } from './signer-set.ts'

const ofSigner = { signer: 'principal', cycle: 'uint' } as const

/** What pox-5 answers about the signer set of a cycle [bitcoin-staking 5]. */
export const signerSetReads = [
  contractFunction(
    'get-signer-set-first-item-for-cycle',
    { cycle: 'uint' },
    ({ state }: PoxFrame, { cycle }) => optional(state.setFirst.get(mapKey(cycle))),
  ),
  contractFunction(
    'get-signer-set-last-item-for-cycle',
    { cycle: 'uint' },
    ({ state }: PoxFrame, { cycle }) => optional(state.setLast.get(mapKey(cycle))),
  ),
  contractFunction(
    'get-signer-set-item-for-cycle',
    ofSigner,
    ({ state }: PoxFrame, { signer, cycle }) => {
      const item = signerSetItem(state, signer, cycle)
      return item === undefined
        ? null
        : { some: { prev: optional(item.previous), next: optional(item.next) } }
    },
  ),
  contractFunction(
    'get-signer-set-next-item-for-cycle',
    ofSigner,
    ({ state }: PoxFrame, { signer, cycle }) => optional(signerSetItem(state, signer, cycle)?.next),
  ),
  contractFunction(
    'get-signer-set-prev-item-for-cycle',
    ofSigner,
    ({ state }: PoxFrame, { signer, cycle }) =>
      optional(signerSetItem(state, signer, cycle)?.previous),
  ),
  contractFunction(
    'signer-set-contains-for-cycle',
    ofSigner,
    ({ state }: PoxFrame, { signer, cycle }) => signerSetItem(state, signer, cycle) !== undefined,
  ),
]

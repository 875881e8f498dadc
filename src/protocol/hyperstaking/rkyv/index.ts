// The bytes that Dusk's contracts take and print (rkyv 0.7), made and read without a node.
export { account, bareAccount, principal, type DuskPrincipal, signature } from './account.ts'
export { type Codec, decode, encode, parseJson, type ValueOf } from './codec.ts'
export { oneOf, option, tagged, type Tagged } from './enums.ts'
export { contractId, fixedBytes } from './fixed-bytes.ts'
export { bool, nothing, u64, u8 } from './numbers.ts'
export { byteVector, text, vector } from './out-of-line.ts'
export type { OperatorFee } from './operator-fees.ts'
export { POOL_TYPES } from './pool-types.ts'
export type { RkyvProblem, RkyvResult } from './problem.ts'
export { SOZU_HUB_TYPES, SOZU_POOL_TYPES, SOZU_TOKEN_TYPES } from './sozu-types.ts'
export {
  signedStake,
  STAKE_TYPES,
  stakeData,
  stakeWithdraw,
  withdrawToContract,
} from './stake-types.ts'
export { struct, tuple } from './struct.ts'
export { receiveFromContract, TRANSFER_TYPES, transferWithdraw } from './transfer-types.ts'

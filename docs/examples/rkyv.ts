import { account, decode, encode, STAKE_TYPES, struct, u64 } from 'twinstack/hyperstaking/rkyv'

const provisioner =
  'xuMb6rW8j4mbxCtZtwDEJidu7KjFMdH93ZTjxaz3pFa48xisq44mvPVG3zzgBQ3aAmNUXKhLobm86CKZwqd1E8aHv7gzPxbN9CHDMtSwiMtgpwDGitm6TT94obpappJixCH'

// The argument of a function of the stake contract: 248 bytes.
export const argument = encode(STAKE_TYPES.inputs.unstake_from_contract, {
  account: provisioner,
  value: 5_000_000_000n,
  fnName: 'receive_unstake',
  data: new Uint8Array(3),
})

// An event as a node's archive gives it: any bytes give a value or a code.
export const event = decode(STAKE_TYPES.events.slash, new Uint8Array(216))

// A type of your own, its fields as your contract declares them.
const depositWithReferrer = struct({ amount: u64, referrer: account })
export const deposit = encode(depositWithReferrer, { amount: 1000n, referrer: provisioner })

import { sha256 } from '../../clarity/hashes.ts'
import { concatBytes } from '../../clarity/hex.ts'
import type { Principal } from '../../clarity/principal.ts'
import { serializePrincipal } from '../../clarity/serialize.ts'

/** What the lock of a bond's BTC is made of [bitcoin-staking 4.8]. */
export interface Lockup {
  readonly staker: Principal
  /** Bitcoin height from which the holder alone may spend. */
  readonly unlockBurnHeight: bigint
  /** The holder's own part of the script. */
  readonly stakerBytes: Uint8Array
  /** The bond's part, with which the lock can be left early. */
  readonly earlyUnlockBytes: Uint8Array
}

/** Opcodes of Bitcoin's script. */
const op = {
  IF: 0x63,
  ELSE: 0x67,
  ENDIF: 0x68,
  VERIFY: 0x69,
  SIZE: 0x82,
  EQUALVERIFY: 0x88,
  SHA256: 0xa8,
  CHECKLOCKTIMEVERIFY: 0xb1,
}

/** The script that locks the BTC of a bond. */
export function lockupScript(lockup: Lockup): Uint8Array {
  const secretHash = sha256(sha256(serializePrincipal(lockup.staker)))
  return concatBytes(
    op.IF,
    pushNumber(lockup.unlockBurnHeight),
    op.CHECKLOCKTIMEVERIFY,
    op.ELSE,
    op.SIZE,
    pushBytes(Uint8Array.of(32)),
    op.EQUALVERIFY,
    op.SHA256,
    pushBytes(secretHash),
    op.EQUALVERIFY,
    lockup.earlyUnlockBytes,
    op.ENDIF,
    op.VERIFY,
    lockup.stakerBytes,
  )
}

/** The output that pays to that script. */
export const lockupOutput = (lockup: Lockup): Uint8Array =>
  concatBytes(0, pushBytes(sha256(lockupScript(lockup))))

/** Pushes a number: an opcode up to 16, else its shortest signed little-endian bytes. */
export function pushNumber(value: bigint): Uint8Array {
  if (value === 0n) return Uint8Array.of(0)
  if (value <= 16n) return Uint8Array.of(0x50 + Number(value))
  return pushBytes(scriptNumber(value))
}

/** A number's shortest signed little-endian bytes; none for 0. */
export function scriptNumber(value: bigint): Uint8Array {
  const bytes: number[] = []
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 0xffn))
  if ((bytes.at(-1) ?? 0) >= 0x80) bytes.push(0)
  return Uint8Array.from(bytes)
}

/** Pushes bytes with the shortest opcode. */
export function pushBytes(bytes: Uint8Array): Uint8Array {
  const { length } = bytes
  if (length < 0x4c) return concatBytes(length, bytes)
  if (length <= 0xff) return concatBytes(0x4c, length, bytes)
  return concatBytes(0x4d, length & 0xff, length >> 8, bytes)
}

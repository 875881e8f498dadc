import { expect, test } from 'vitest'
import {
  lockupOutput,
  lockupScript,
  pushBytes,
  pushNumber,
} from '../../../../../src/protocol/bitcoin-staking/bitcoin/lockup-script.ts'
import { sha256 } from '../../../../../src/protocol/clarity/hashes.ts'
import { toHex } from '../../../../../src/protocol/clarity/hex.ts'
import { serializePrincipal } from '../../../../../src/protocol/clarity/serialize.ts'
import { alice } from '../../../../support/staking-bench.ts'

// Bitcoin's own minimal encoding of numbers.
test.each([
  [0n, '0x00'],
  [1n, '0x51'],
  [16n, '0x60'],
  [17n, '0x0111'],
  [127n, '0x017f'],
  [128n, '0x028000'],
  [255n, '0x02ff00'],
  [32_768n, '0x03008000'],
  [990_500n, '0x03241d0f'],
  [8_388_608n, '0x0400008000'],
  [499_999_999n, '0x04ff64cd1d'],
  [2n ** 39n - 1n, '0x05ffffffff7f'],
])('pushes %s as %s [bitcoin-staking 4.8]', (value, pushed) => {
  expect(toHex(pushNumber(value))).toBe(pushed)
})

test.each([
  [0, '0x00'],
  [75, '0x4b'],
  [76, '0x4c4c'],
  [255, '0x4cff'],
  [256, '0x4d0001'],
  [1_024, '0x4d0004'],
])('pushes %s bytes after %s', (length, opcode) => {
  expect(toHex(pushBytes(new Uint8Array(length)))).toBe(`${opcode}${'00'.repeat(length)}`)
})

test('the lock of a holder is as written [bitcoin-staking 4.8]', () => {
  const lockup = {
    staker: alice,
    unlockBurnHeight: 990_500n,
    stakerBytes: Uint8Array.of(0x51),
    earlyUnlockBytes: Uint8Array.of(0xac),
  }
  const script = lockupScript(lockup)
  const secretHash = toHex(sha256(sha256(serializePrincipal(alice)))).slice(2)
  expect(toHex(script)).toBe(`0x6303241d0fb16782012088a820${secretHash}88ac686951`)
  expect(toHex(lockupOutput(lockup))).toBe(`0x0020${toHex(sha256(script)).slice(2)}`)
})

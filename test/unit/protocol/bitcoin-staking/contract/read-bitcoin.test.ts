import { expect, test } from 'vitest'
import type { ContractValue } from '../../../../../src/protocol/clarity/contract-value.ts'
import { alice, StakingBench } from '../../../../support/staking-bench.ts'

const bench = new StakingBench()
const read = (fn: string, ...args: ContractValue[]) => bench.read(fn, args)
// Bitcoin's first block.
const root = '3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a'
const header = `0x01000000${'00'.repeat(32)}${root}29ab5f49ffff001d1dac2b7c`
const writtenRoot = '0x4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b'

test('a header is read field by field, its hashes as they are written', () => {
  expect(read('parse-block-header', header)).toEqual({
    ok: {
      version: 1n,
      parent: `0x${'00'.repeat(32)}`,
      'merkle-root': writtenRoot,
      timestamp: 1_231_006_505n,
      nbits: 486_604_799n,
      nonce: 2_083_236_893n,
    },
  })
  expect(read('parse-block-header', header.slice(0, -2))).toEqual({ err: 39n })
})

test('a part of a header is read at its place', () => {
  const ctx = { txbuff: header, index: 36n }
  expect(read('read-hashslice', ctx)).toEqual({
    ok: { hashslice: writtenRoot, ctx: { txbuff: header, index: 68n } },
  })
  expect(read('read-uint32', { ...ctx, index: 68n })).toMatchObject({
    ok: { uint32: 1_231_006_505n, ctx: { index: 72n } },
  })
  expect(read('read-uint32', { ...ctx, index: 77n })).toEqual({ err: 39n })
  const beyond = { ...ctx, index: 2n ** 128n - 1n }
  expect(read('read-uint32', beyond)).toBe('abort: ArithmeticOverflow')
})

test('bytes are pushed with the shortest opcode', () => {
  const push = (length: number) => {
    const bytes = 'c3'.repeat(length)
    const pushed = read('push-script-bytes', `0x${bytes}`) as string
    return pushed.slice(2, pushed.length - bytes.length)
  }
  expect([0, 1, 75, 76, 255, 256, 1024].map(push)).toEqual([
    '00',
    '01',
    '4b',
    '4c4c',
    '4cff',
    '4d0001',
    '4d0004',
  ])
})

test('numbers are one byte or two, and no more', () => {
  const write = (n: bigint) => read('uint-to-buff-le', n)
  expect([0n, 255n, 256n, 65_535n].map(write)).toEqual(['0x00', '0xff', '0x0001', '0xffff'])
  expect(write(65_536n)).toBe('abort: UnwrapFailure')
})

test('32 bytes are reversed, fewer abort', () => {
  expect(read('reverse-buff32', `0x${root}`)).toBe(writtenRoot)
  expect(read('reverse-buff32', '0x0102')).toBe('abort: UnwrapFailure')
})

test('a lock height has at most 39 bits', () => {
  expect(read('push-c-script-num', 16n)).toEqual({ ok: '0x60' })
  expect(read('push-c-script-num', 1000n)).toEqual({ ok: '0x02e803' })
  expect(read('serialize-c-script-num', 128n)).toEqual({ ok: '0x8000' })
  expect(read('serialize-c-script-num', 2n ** 39n)).toEqual({ err: 52n })
  expect(read('construct-lockup-script', alice, 2n ** 39n, '0x', '0x')).toEqual({ err: 52n })
})

test('no header is one that a chain without Bitcoin knows', () => {
  expect(read('verify-block-header', header, 0n)).toBe(false)
  expect(read('get-bc-h-hash', 0n)).toBeNull()
})

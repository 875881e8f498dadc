import { Cl, getAddressFromPrivateKey, makeSTXTokenTransfer } from '@stacks/transactions'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createExecutor } from '../../src/dev/network/host/executor.ts'
import { readStxAccount } from '../../src/dev/network/host/stx-account.ts'
import { defaultDeployer } from '../../src/dev/network/vm/contract-id.ts'
import { createVm, type Vm } from '../../src/dev/network/vm/vm.ts'

const other = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4'
const source = `
(define-data-var total uint u0)
(define-map marks uint bool)
(define-public (add (n uint))
  (begin
    (print {added: n})
    (map-set marks n true)
    (var-set total (+ (var-get total) n))
    (ok (var-get total))))
(define-public (refuse) (err u7))
(define-public (break) (ok (- u0 u1)))
(define-read-only (at (h uint))
  (at-block (unwrap-panic (get-stacks-block-info? id-header-hash h)) (var-get total)))
(define-read-only (heights) {burn: burn-block-height, stacks: stacks-block-height})
`
const key = `${'01'.repeat(32)}01`
let vm: Vm

beforeAll(async () => {
  vm = await createVm({
    contracts: [
      { name: 'counter', source },
      { name: 'counter', source, deployer: other },
    ],
    genesisTime: 1_700_000_000_000,
  })
})
beforeEach(() => vm.reset())

describe('the Clarity VM', () => {
  it('deploys for any sender, calls, and reads what was written', () => {
    const added = vm.callPublic(`${other}.counter`, 'add', [Cl.uint(5)])
    expect(added).toMatchObject({
      aborted: false,
      value: Cl.ok(Cl.uint(5)),
      hex: '0x070100000000000000000000000000000005',
    })
    expect(added.aborted ? [] : added.events.map((event) => event.event)).toEqual(['print_event'])
    expect(vm.dataVar(`${other}.counter`, 'total')).toEqual(Cl.uint(5))
    expect(vm.dataVar('counter', 'total')).toEqual(Cl.uint(0))
    expect(vm.mapEntry(`${other}.counter`, 'marks', Cl.uint(5))).toEqual(Cl.some(Cl.bool(true)))
    expect(vm.mapEntry(`${other}.counter`, 'marks', Cl.uint(6))).toEqual(Cl.none())
    expect(vm.mapEntry('counter', 'marks', Cl.stringAscii('of another type'))).toEqual(Cl.none())
    expect(vm.dataVar('counter', 'nothing')).toBeUndefined()
  })

  it('distinguishes an error response from an abort, and mines a block for both', () => {
    const before = vm.heights()
    expect(vm.callPublic('counter', 'refuse', [])).toMatchObject({
      aborted: false,
      value: Cl.error(Cl.uint(7)),
    })
    expect(vm.callPublic('counter', 'break', [])).toMatchObject({
      aborted: true,
      reason: expect.stringContaining('ArithmeticUnderflow'),
    })
    expect(vm.heights()).toEqual({ burn: before.burn, stacks: before.stacks + 2 })
  })

  it('resolves past blocks', () => {
    vm.callPublic('counter', 'add', [Cl.uint(5)])
    const { stacks } = vm.heights()
    vm.callPublic('counter', 'add', [Cl.uint(1)])
    expect(vm.callReadOnly('counter', 'at', [Cl.uint(stacks)])).toMatchObject({ value: Cl.uint(5) })
    expect(vm.callReadOnly('counter', 'at', [Cl.uint(stacks - 1)])).toMatchObject({
      value: Cl.uint(0),
    })
    expect(vm.callReadOnly('counter', 'at', [Cl.uint(stacks + 2)])).toMatchObject({ aborted: true })
  })

  it('mines up to the history that traces start from', () => {
    vm.mineTo({ burn: 2200, stacks: 2204 })
    expect(vm.callReadOnly('counter', 'heights', [])).toMatchObject({
      value: Cl.tuple({ burn: Cl.uint(2200), stacks: Cl.uint(2204) }),
    })
    expect(vm.heights()).toEqual({ burn: 2200, stacks: 2204 })
    vm.mineEmptyBurnBlocks(3)
    expect(vm.heights()).toEqual({ burn: 2203, stacks: 2207 })
    vm.mineEmptyStacksBlocks(2)
    expect(vm.heights()).toEqual({ burn: 2203, stacks: 2209 })
    expect(() => vm.mineTo({ burn: 2200, stacks: 2204 })).toThrow('Cannot mine')
  })

  it('keeps the fee of a call that aborts in the same block', () => {
    vm.mintStx(other, 1000n)
    const outcomes = vm.mineBlock([
      { transfer: { microStx: 300n, recipient: defaultDeployer, sender: other } },
      { call: { contract: 'counter', method: 'break', args: [], sender: other } },
    ])
    expect(outcomes).toMatchObject([{ aborted: true }])
    expect(vm.transferStx(701n, defaultDeployer, other)).toMatchObject({
      value: Cl.error(Cl.uint(1)),
    })
    expect(vm.transferStx(700n, defaultDeployer, other)).toMatchObject({
      value: Cl.ok(Cl.bool(true)),
    })
  })

  it('refuses a second contract of one name, and one that does not check, and continues', () => {
    expect(vm.deploy({ name: 'counter', source })).toMatchObject({
      aborted: true,
      reason: expect.stringContaining('ContractAlreadyExists'),
    })
    expect(vm.deploy({ name: 'wrong', source: '(define-public (x) (ok nothing))' })).toMatchObject({
      aborted: true,
    })
    expect(vm.deploy({ name: 'wrong', source })).toMatchObject({ aborted: false })
    expect(vm.crashed).toBe(false)
  })

  it('refuses at-block from epoch 3.4 on', () => {
    vm.callPublic('counter', 'add', [Cl.uint(5)])
    vm.setEpoch('3.4')
    vm.mineEmptyBurnBlocks(1)
    expect(vm.callReadOnly('counter', 'at', [Cl.uint(2)])).toMatchObject({
      aborted: true,
      reason: expect.stringContaining('AtBlockUnavailable'),
    })
    const modern = '(define-read-only (time) stacks-block-time)'
    expect(vm.deploy({ name: 'modern', source: modern, epoch: '4.0', clarity: 4 })).toMatchObject({
      aborted: false,
    })
    expect(vm.callReadOnly('modern', 'time', [])).toMatchObject({ aborted: false })
  })

  it('gives the same chain for the same operations after a reset', async () => {
    const hash =
      '(define-read-only (of (h uint)) {id: (get-stacks-block-info? id-header-hash h), time: (get-stacks-block-info? time h)})'
    const run = () => {
      vm.deploy({ name: 'hash', source: hash })
      vm.mineEmptyBurnBlocks(4)
      vm.callPublic('counter', 'add', [Cl.uint(1)])
      vm.mineEmptyBurnBlocks(1)
      const read = vm.callReadOnly('hash', 'of', [Cl.uint(6)])
      return read.aborted ? read.reason : read.hex
    }
    const first = run()
    await vm.reset()
    expect(run()).toBe(first)
  })

  it('survives a crash of the VM itself', async () => {
    expect(() => vm.sdk.mineBlock([{ transferSTX: { amount: 1n } }])).toThrow()
    expect(vm.callPublic('counter', 'add', [Cl.uint(1)])).toMatchObject({ aborted: true })
    expect(vm.crashed).toBe(true)
    await vm.reset()
    expect(vm.crashed).toBe(false)
    expect(vm.callPublic('counter', 'add', [Cl.uint(1)])).toMatchObject({ aborted: false })
  })

  it('reverts a transaction that kills it, except for the fee', async () => {
    const sender = getAddressFromPrivateKey(key, 'testnet')
    const signed = await makeSTXTokenTransfer({
      senderKey: key,
      recipient: defaultDeployer,
      amount: 100n,
      nonce: 0n,
      fee: 300n,
      network: 'testnet',
    })
    let armed = true
    const dying = new Proxy(vm, {
      get: (target, name) => {
        if (name !== 'mineBlock' || !armed) return Reflect.get(target, name) as unknown
        armed = false
        expect(() => target.sdk.mineBlock([{ transferSTX: { amount: 1n } }])).toThrow()
        return target.mineBlock
      },
    })
    const executor = createExecutor(dying)
    await executor.apply({ kind: 'mint', recipient: sender, microStx: '1000' })
    await executor.apply({
      kind: 'call',
      sender,
      contract: 'counter',
      method: 'add',
      args: [Cl.serialize(Cl.uint(5))],
    })
    expect(await executor.apply({ kind: 'transaction', raw: signed.serialize() })).toMatchObject({
      ok: true,
      receipt: { status: 'abort_by_response', events: [] },
    })
    expect(vm.crashed).toBe(false)
    expect(vm.dataVar('counter', 'total')).toEqual(Cl.uint(5))
    expect(readStxAccount(vm, sender).unlocked).toBe(700n)
  })

  it('enforces the limits of a block when it tracks costs', async () => {
    const heavy = `(define-map m uint uint)
      (define-private (read (n uint) (acc uint)) (+ acc (default-to u0 (map-get? m n))))
      (define-private (ten (n uint) (acc uint))
        (fold read
          (list u1 u2 u3 u4 u5 u6 u7 u8 u9 u10 u11 u12 u13 u14 u15 u16 u17 u18 u19 u20)
          acc))
      (define-public (many (ns (list 900 uint))) (ok (fold ten ns u0)))`
    const limited = await createVm({
      contracts: [{ name: 'heavy', source: heavy }],
      trackCosts: true,
    })
    const list = (length: number) => [Cl.list(Array.from({ length }, () => Cl.uint(1)))]
    const fits = limited.callPublic('heavy', 'many', list(100))
    expect(fits.aborted ? undefined : fits.costs).toMatchObject({
      readCount: expect.any(Number),
      runtime: expect.any(Number),
    })
    expect(limited.callPublic('heavy', 'many', list(900))).toMatchObject({
      aborted: true,
      reason: expect.stringContaining('CostBalanceExceeded'),
    })
  })
})

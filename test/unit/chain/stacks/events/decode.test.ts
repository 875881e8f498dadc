import { readFileSync, readdirSync } from 'node:fs'
import { Cl, serializeCV } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import type { PlainClarity } from '../../../../../src/chain/stacks/clarity.ts'
import { decodeEvent, decodeEventHex } from '../../../../../src/chain/stacks/events/decode.ts'

const folder = new URL('../../../../../src/dev/traces/', import.meta.url)

/** A trace's value (decimal strings for uints) as a plain Clarity value. */
const plain = (value: unknown): PlainClarity => {
  if (typeof value === 'string') return /^\d+$/.test(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  return value as boolean | null
}

const recorded = readdirSync(folder)
  .filter((name) => !name.startsWith('pox5-'))
  .filter((name) => name.endsWith('.jsonl') && !name.startsWith('vectors'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n').slice(1))
  .flatMap((line) => ((JSON.parse(line) as { events?: unknown[] }).events ?? []).map(plain))

const a = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const b = 'SP1HFCRKEJ8BYW4D0E3FAWHFDX8A25PPAA83HWWZ9.dual-stacking-v2_0_4'
const addresses = {
  'enrolled-address': a,
  'reward-address': a,
  'stacking-address': a,
  'tracking-address': b,
}

describe('print events', () => {
  it('are all recognised among those of the deployed v1 contract', () => {
    expect(recorded.length).toBeGreaterThan(250)
    const kinds = new Map<string, number>()
    for (const value of recorded) {
      const { kind } = decodeEvent(value)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (kind === 'unknown') expect(value).toBe('recognised')
    }
    expect(kinds.size).toBeGreaterThanOrEqual(20)
  })

  it('are read from serialized values', () => {
    const hex = serializeCV(
      Cl.tuple({
        'function-name': Cl.stringAscii('opt-out'),
        'bitcoin-block-height': Cl.uint(5),
        'enrolled-address': Cl.principal(a),
        'cycle-id': Cl.uint(2),
      }),
    )
    expect(decodeEventHex(hex)).toEqual({ kind: 'opt-out', cycle: 2, burnHeight: 5, enrolled: a })
    expect(decodeEventHex('0xzz')).toBeUndefined()
  })

  it.each([
    ['bare', (x: string): PlainClarity => x],
    ['optional', (x: string): PlainClarity => ({ some: x })],
  ])('of changed addresses are read %s', (_, wrap) => {
    const value: PlainClarity = {
      'function-name': 'update-participant-details',
      'bitcoin-block-height': 9n,
      'cycle-id': 1n,
      'enrolled-address': a,
      'reward-address': wrap(b),
      'stacking-address': wrap(a),
      'tracking-address': wrap(a),
    }
    expect(decodeEvent(value)).toEqual({
      kind: 'update-participant-details',
      cycle: 1,
      burnHeight: 9,
      enrolled: a,
      reward: b,
      stacking: a,
      tracking: a,
    })
  })

  it.each<[string, PlainClarity, object]>([
    [
      'a withdrawal',
      {
        'function-name': 'emergency-withdraw-sbtc',
        'bitcoin-block-height': 1n,
        'cycle-id': 7n,
        amount: 5n,
        recipient: a,
        'contract-balance': 9n,
      },
      { kind: 'emergency-withdraw', sats: 5n, recipient: a, balanceBeforeSats: 9n },
    ],
    [
      'a new admin',
      {
        'function-name': 'update-admin',
        'bitcoin-block-height': 1n,
        'cycle-id': 7n,
        'admin-address': a,
      },
      { kind: 'update-admin', admin: a },
    ],
    [
      'a snapshot length',
      {
        'function-name': 'update-snapshot-length',
        'bitcoin-block-height': 1n,
        'cycle-id': 7n,
        'snapshot-length': 5n,
      },
      { kind: 'update-snapshot-length', blocks: 5 },
    ],
    [
      'the end of a whitelisting',
      {
        'function-name': 'remove-whitelisted-defi-tracking-address',
        'bitcoin-block-height': 1n,
        'removed-whitelisted-address': a,
      },
      { kind: 'unwhitelisted', tracking: a },
    ],
    [
      'a v2 capture',
      {
        'function-name': 'compute-current-snapshot-balance',
        'cycle-id': 7n,
        'snapshot-index': 3n,
        'rollback-id': 1n,
        'enrolled-address': a,
        'tracking-address': b,
        'stacking-address': a,
        'sbtc-wallet-balance': 10n,
        'sbtc-total-defi-balance': 5n,
        'sbtc-arkadiko': 1n,
        'sbtc-based-dollar': 0n,
        'sbtc-bitflow': 4n,
        'sbtc-granite': 0n,
        'sbtc-velar': 0n,
        'sbtc-zest': 0n,
        'stx-stacked': 8n,
      },
      {
        kind: 'capture',
        cycle: 7,
        rollback: 1,
        snapshot: 3,
        sats: 10n,
        defiSats: 5n,
        microStx: 8n,
        defi: { arkadiko: 1n, bitflow: 4n },
      },
    ],
    [
      'a v2 reward',
      {
        'function-name': 'distribute-rewards',
        'cycle-id': 7n,
        ...addresses,
        'reward-amount-wallet': 3n,
        'reward-amount-defi': 2n,
        'reward-amount-total': 5n,
        'weight-wallet': 1n,
        'weight-defi': 1n,
        'weight-total': 2n,
        ratio: 9n,
      },
      {
        kind: 'reward',
        cycle: 7,
        enrolled: a,
        reward: a,
        tracking: b,
        sats: 5n,
        walletSats: 3n,
        defiSats: 2n,
        weight: 2n,
        ratio: 9n,
      },
    ],
    [
      'a v2 weight',
      {
        'function-name': 'compute-weight',
        'cycle-id': 7n,
        'enrolled-address': a,
        'tracking-address': b,
        'stx-stacked-amount': 4n,
        'sbtc-wallet-amount': 3n,
        'sbtc-defi-amount': 2n,
        'user-ratio-wallet': 11n,
        'golden-ratio': 12n,
        'boost-ratio-wallet': 13n,
        'boost-ratio-defi': 14n,
        'weight-wallet': 5n,
        'weight-defi': 6n,
        'total-weight': 11n,
        'reward-mechanism': 1n,
        'defi-multiplier': 100000000n,
      },
      {
        kind: 'weight',
        weight: 11n,
        walletWeight: 5n,
        defiWeight: 6n,
        computed: { microStx: 4n, ratio: 11n, goldenRatio: 12n },
      },
    ],
    [
      'a v2 weight of a shared tracking address',
      {
        'function-name': 'compute-weight',
        'cycle-id': 7n,
        'enrolled-address': a,
        'tracking-address': b,
        'stx-stacked-amount': 4n,
        'sbtc-wallet-amount': 3n,
        'sbtc-defi-amount': 2n,
        'golden-ratio': 12n,
        note: 'weight-already-exists',
      },
      { kind: 'weight', weight: 0n, computed: null },
    ],
    [
      'v2 totals',
      {
        'function-name': 'conclude-cycle-snapshots',
        'cycle-id': 7n,
        'current-cycle-total-sbtc-in-wallet': 1n,
        'current-cycle-total-sbtc-in-defis': 2n,
        'current-cycle-total-stx': 3n,
      },
      { kind: 'conclude-snapshots', cycle: 7, sats: 1n, defiSats: 2n, microStx: 3n },
    ],
    [
      'a v2 proposal',
      { 'function-name': 'propose-golden-ratio', 'cycle-id': 7n, 'proposed-address': a },
      { kind: 'propose', proposer: a },
    ],
    [
      'a v2 tally',
      {
        'function-name': 'count-golden-ratio',
        'cycle-id': 7n,
        'enrolled-address': a,
        'stacking-address': a,
        'tracking-address': b,
        'stx-user-amount': 4n,
        'sbtc-user-amount': 3n,
        'sbtc-user-amount-defis': 2n,
        'reward-mechanism': 1n,
        'contract-caller': a,
      },
      { kind: 'tally', sats: 3n, defiSats: 2n, microStx: 4n, proposer: a },
    ],
    [
      'a tally detail',
      { 'user-address': a, 'user-ratio': 5n, action: 'equal', 'user-amount': 6n, mechanism: 1n },
      { kind: 'tally-detail', ratio: 5n, action: 'equal', sats: 6n },
    ],
    [
      'v2 sizes',
      {
        'function-name': 'update-cycle-data',
        'bitcoin-block-height': 1n,
        'cycle-id': 7n,
        'snapshot-length': 140n,
        'snapshots-per-cycle': 14n,
        'buffer-blocks-per-cycle': 140n,
      },
      { kind: 'update-cycle-data', blocks: 140, snapshots: 14, bufferBlocks: 140 },
    ],
    [
      'a buffer length',
      {
        'function-name': 'update-buffer-blocks',
        'bitcoin-block-height': 1n,
        'buffer-blocks-per-cycle': 140n,
        'cycle-id': 7n,
      },
      { kind: 'update-buffer-blocks', bufferBlocks: 140 },
    ],
    [
      'a compromised protocol',
      {
        'function-name': 'mark-defi-compromised',
        'bitcoin-block-height': 1n,
        'cycle-id': 7n,
        'defi-name': 6n,
        'compromised-at-snapshot': 2n,
      },
      { kind: 'defi-compromised', protocol: 6, atSnapshot: 2 },
    ],
    [
      'a restored protocol',
      {
        'function-name': 'restore-defi-protocol',
        'bitcoin-block-height': 1n,
        'cycle-id': 7n,
        'defi-name': 6n,
      },
      { kind: 'defi-restored', protocol: 6 },
    ],
    [
      'a rollback',
      {
        'function-name': 'trigger-full-cycle-rollback',
        'bitcoin-block-height': 1n,
        'cycle-id': 7n,
        'rollback-id': 1n,
      },
      { kind: 'rollback', rollback: 1 },
    ],
  ])('know %s', (_, value, expected) => {
    expect(decodeEvent(value)).toMatchObject(expected)
  })

  it('that are not known are kept as printed', () => {
    const value: PlainClarity = { 'function-name': 'something-new', x: 1n }
    expect(decodeEvent(value)).toEqual({ kind: 'unknown', name: 'something-new', value })
    expect(decodeEvent('hello')).toEqual({ kind: 'unknown', name: null, value: 'hello' })
    expect(decodeEvent({ 'function-name': 'distribute-rewards', 'cycle-id': 7n }).kind).toBe(
      'unknown',
    )
  })
})

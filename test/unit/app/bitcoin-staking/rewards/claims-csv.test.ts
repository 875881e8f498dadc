import { expect, it } from 'vitest'
import { claimsCsv } from '../../../../../src/app/bitcoin-staking/rewards/claims-csv.ts'
import {
  paidCyclesOf,
  paidSats,
} from '../../../../../src/app/bitcoin-staking/rewards/staking-rewards.ts'
import { known, unknown } from '../../../../../src/chain/known.ts'
import type { PaidClaim } from '../../../../../src/chain/stacks/bitcoin-staking/rewards/paid-claim.ts'

const claim = (n: number, change: Partial<PaidClaim> = {}): PaidClaim => ({
  key: `${n}:2`,
  staker: 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7',
  manager: 'SP1N8F8BBBC60XF6HJBNJHKPRGJ7WZBRGNDJX4YDR.signer-manager',
  cycle: 147n,
  bond: null,
  txid: `0x${n}`,
  eventIndex: 2,
  grossSats: 20_000n,
  netSats: 19_010n,
  burnHeight: known(977_000 + n),
  blockTime: known(1_780_000_000 + n),
  payout: { kind: 'sbtc' },
  ...change,
})

it('claims are a file, oldest first, with what is unknown left empty', () => {
  const untold = unknown('not-offered')
  const lines = claimsCsv([
    claim(2, { bond: 4n, payout: { kind: 'bitcoin', request: 7n, sats: 1n, state: 'rejected' } }),
    claim(1),
    claim(0, { burnHeight: untold, blockTime: untold }),
  ]).split('\r\n')
  expect(lines.slice(0, 4)).toEqual([
    'date,bitcoin_height,cycle,bond,gross_sats,fee_sats,net_sats,paid,manager,address,transaction',
    `,,147,,20000,990,19010,sbtc,${claim(0).manager},${claim(0).staker},0x0`,
    `2026-05-28T20:26:41.000Z,977001,147,,20000,990,19010,sbtc,${claim(1).manager},${claim(1).staker},0x1`,
    `2026-05-28T20:26:42.000Z,977002,147,4,20000,990,19010,bitcoin rejected,${claim(2).manager},${claim(2).staker},0x2`,
  ])
})

it('claims are summed by cycle and leg, and a rejected payout is not among what was paid', () => {
  const rejected = { kind: 'bitcoin', request: 7n, sats: 1n, state: 'rejected' } as const
  const audit = { cycle: 147n, bond: null, result: 'exact', earnedSats: 1n, paidSats: 1n } as const
  const rewards = {
    claims: [
      claim(1),
      claim(2),
      claim(3, { cycle: 148n }),
      claim(4, { bond: 4n, payout: rejected }),
    ],
    requestsLeft: null,
    audits: [audit],
  }
  expect(
    paidCyclesOf(rewards).map(({ cycle, bond, netSats, claims, audit: verdict }) => [
      cycle,
      bond,
      netSats,
      claims.map(({ txid }) => txid),
      verdict?.result ?? null,
    ]),
  ).toEqual([
    [148n, null, 19_010n, ['0x3'], null],
    [147n, null, 38_020n, ['0x2', '0x1'], 'exact'],
    [147n, 4n, 19_010n, ['0x4'], null],
  ])
  expect(paidSats(rewards)).toBe(3n * 19_010n)
})

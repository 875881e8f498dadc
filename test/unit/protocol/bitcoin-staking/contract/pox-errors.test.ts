import { describe, expect, test } from 'vitest'
import { poxErrors } from '../../../../../src/protocol/bitcoin-staking/contract/pox-errors.ts'
import type { ContractTuple } from '../../../../../src/protocol/clarity/contract-value.ts'
import { proofOf, transaction, type LockedOutput } from '../../../../support/bitcoin-lockup.ts'
import {
  BTC,
  STX,
  StakingBench,
  admin,
  alice,
  bob,
  carol,
  contract,
  dave,
  pox,
  stranger,
} from '../../../../support/staking-bench.ts'

const m1 = contract('m1')
const m2 = contract('m2')
const registered = () => StakingBench.with('m1', 'm2')
const staking = () => {
  const bench = registered()
  bench.stake(alice, 50_000n * STX, { cycles: 2n })
  return bench
}
/** Bond 0 is set up, alice is in it with 1 BTC. */
const bonded = () => {
  const bench = registered()
  bench.setupBond(0n)
  bench.enter(alice, 0n, BTC)
  return bench
}
/** The same with a locked Bitcoin output instead. */
const locked = () => {
  const bench = provable()
  bench.ok('register-for-bond', lockupArguments(alice), alice)
  return bench
}
const provable = () => {
  const bench = new StakingBench({ isBitcoinHeader: () => true })
  bench.register('m1', 'm2')
  bench.setupBond(0n)
  return bench
}

const outputOf = (staker: string, unlockBurnHeight = 1_250n): LockedOutput => ({
  staker,
  sats: BTC,
  unlockBurnHeight,
  stakerBytes: '0x51',
  earlyUnlockBytes: '0x',
})
/** Arguments that register a locked output of the staker, with changes to its proof. */
function lockupArguments(staker: string, changes: ContractTuple = {}, unlock = 1_250n) {
  const outputs = [proofOf(outputOf(staker, unlock), changes)]
  return bondArguments({ ok: { outputs, 'staker-unlock-bytes': '0x51' } })
}
const bondArguments = (lockup: ContractTuple, index = 0n, microStx = 20_000n * STX) => [
  index,
  m1,
  microStx,
  lockup,
  null,
]
const enterWith = (bench: StakingBench, sats: bigint, who = bob) =>
  bench.error('register-for-bond', bondArguments({ err: sats }), who)
const proveWith = (changes: ContractTuple, unlock?: bigint, bench = provable()) =>
  bench.error('register-for-bond', lockupArguments(bob, changes, unlock), bob)
const stakeArguments = (bench: StakingBench, changes: ContractTuple = {}) =>
  Object.values({
    manager: m1,
    microStx: 50_000n * STX,
    cycles: 2n,
    start: bench.chain.burnHeight,
    calldata: null,
    ...changes,
  })
const calculate = (bench: StakingBench, bonds: bigint[]) =>
  bench.error('calculate-rewards', [bonds], stranger)
const setup = (bench: StakingBench, index: bigint, allowlist: ContractTuple[] = []) =>
  bench.error('setup-bond', [index, 1n, 1n, 1n, '0x', allowlist], admin)

/** A way to reach each error, most with more than one. */
const ways: ReadonlyArray<[keyof typeof poxErrors, string, () => number | string]> = [
  [
    'UNAUTHORIZED',
    'a new admin by a stranger',
    () => new StakingBench().error('set-bond-admin', [alice], alice),
  ],
  [
    'UNAUTHORIZED',
    'a pause by a stranger',
    () => new StakingBench().error('pause-rewards', [], alice),
  ],
  [
    'UNAUTHORIZED',
    'a new pause admin by a stranger',
    () => new StakingBench().error('set-pause-admin', [alice], alice),
  ],
  [
    'UNAUTHORIZED',
    'a bond through a contract',
    () => new StakingBench().error('setup', [0n, 1n, 1n, 1n], admin, 'proxy'),
  ],
  [
    'UNAUTHORIZED',
    'too little sBTC',
    () =>
      bonded().error(
        'register-for-bond',
        bondArguments({ err: 101n * BTC }, 0n, 3_000_000n * STX),
        bob,
      ),
  ],
  ['UNAUTHORIZED', 'a transaction that does not parse', () => proveWith({ tx: '0x00' })],
  [
    'UNAUTHORIZED',
    'a grant taken back by a stranger',
    () => registered().error('revoke-signer-grant', [m1, '0x'], alice),
  ],
  [
    'UNAUTHORIZED',
    'an early exit for somebody else',
    () => locked().error('announce-l1-early-exit', [alice, m1], bob),
  ],
  [
    'UNAUTHORIZED',
    'an early exit through a contract',
    () => locked().error('announce', [alice, m1], alice, 'proxy'),
  ],
  ['CANNOT_SETUP_BOND_TOO_SOON', 'three cycles ahead', () => setup(new StakingBench(), 1n)],
  [
    'CANNOT_SETUP_BOND_TOO_SOON',
    'an output that is not there',
    () => proveWith({ 'output-index': 1n }),
  ],
  [
    'CANNOT_SETUP_BOND_TOO_LATE',
    'once it has started',
    () => {
      const bench = new StakingBench()
      bench.mineTo(100n)
      return setup(bench, 0n)
    },
  ],
  ['CANNOT_SETUP_BOND_TOO_LATE', '0 sats', () => bonded().error('unstake-sbtc', [m1, 0n], alice)],
  [
    'CANNOT_SETUP_BOND_TOO_LATE',
    'a script that is too long',
    () => {
      const script = new Uint8Array(1_025)
      const tx = transaction([{ sats: BTC, script }])
      return proveWith({ tx: `0x${Buffer.from(tx).toString('hex')}` })
    },
  ],
  ['BOND_ALREADY_SETUP', 'twice', () => setup(bonded(), 0n)],
  [
    'STAKER_ALREADY_ADDED',
    'a principal twice',
    () => {
      const row = { staker: bob, 'max-sats': 1n }
      return setup(new StakingBench(), 0n, [row, row])
    },
  ],
  ['BOND_NOT_FOUND', 'entering', () => enterWith(registered(), 1n)],
  [
    'BOND_NOT_FOUND',
    'entering with a proof',
    () => {
      const bench = new StakingBench({ isBitcoinHeader: () => true })
      bench.register('m1')
      return proveWith({ header: '0x00' }, undefined, bench)
    },
  ],
  [
    'BOND_NOT_FOUND',
    'calculating',
    () => {
      const bench = new StakingBench()
      bench.mineTo(150n)
      return calculate(bench, [0n])
    },
  ],
  [
    'INSUFFICIENT_STX',
    'a stake',
    () => {
      const bench = registered()
      return bench.error('stake', stakeArguments(bench, { microStx: 5_000_001n * STX }), alice)
    },
  ],
  [
    'INSUFFICIENT_STX',
    'an increase',
    () => staking().error('stake-update', [m1, m1, 0n, 5_000_000n * STX, null], alice),
  ],
  [
    'INSUFFICIENT_STX',
    'below the bond’s minimum',
    () => bonded().error('register-for-bond', bondArguments({ err: BTC }, 0n, 1n), bob),
  ],
  [
    'INSUFFICIENT_STX',
    'more than one owns beside a bond',
    () =>
      bonded().error('register-for-bond', bondArguments({ err: 1n }, 0n, 6_000_000n * STX), bob),
  ],
  ['ALREADY_REGISTERED', 'a bond twice', () => enterWith(bonded(), 1n, alice)],
  [
    'TOO_MUCH_SATS',
    'above the allowance',
    () => {
      const bench = registered()
      const allowlist = [{ staker: bob, 'max-sats': 1n }]
      bench.ok('setup-bond', [0n, 300n, 400_000n, 500n, '0x', allowlist], admin)
      return enterWith(bench, 2n)
    },
  ],
  ['NOT_ALLOWLISTED', 'a stranger', () => enterWith(bonded(), 1n, stranger)],
  [
    'SIGNER_KEY_GRANT_USED',
    'a grant twice',
    () => {
      const bench = new StakingBench()
      const { key, authId, signature } = bench.signGrant(contract('plain'), 1)
      bench.ok('grant', [key, authId, signature], admin, 'plain')
      return bench.error('grant', [key, authId, signature], admin, 'plain')
    },
  ],
  [
    'INVALID_SIGNATURE_RECOVER',
    'no signature',
    () => new StakingBench().error('grant', ['0x', 1n, `0x${'00'.repeat(65)}`], admin, 'plain'),
  ],
  [
    'INVALID_SIGNATURE_RECOVER',
    'a short signature',
    () => new StakingBench().error('grant', ['0x', 1n, `0x${'01'.repeat(64)}`], admin, 'plain'),
  ],
  [
    'INVALID_SIGNATURE_PUBKEY',
    'another key',
    () => {
      const bench = new StakingBench()
      const { authId, signature } = bench.signGrant(contract('plain'), 1)
      const { key } = bench.signGrant(contract('plain'), 2)
      return bench.error('grant', [key, authId, signature], admin, 'plain')
    },
  ],
  [
    'INVALID_SIGNATURE_PUBKEY',
    'another network',
    () => {
      const { key, authId, signature } = new StakingBench().signGrant(contract('plain'), 1)
      const bench = new StakingBench({ chainId: 1n })
      return bench.error('grant', [key, authId, signature], admin, 'plain')
    },
  ],
  [
    'SIGNER_KEY_GRANT_NOT_FOUND',
    'registering without a grant',
    () => new StakingBench().error('register', [contract('plain'), '0x'], admin, 'plain'),
  ],
  [
    'ALREADY_STAKED',
    'a second stake',
    () => {
      const bench = staking()
      return bench.error('stake', stakeArguments(bench), alice)
    },
  ],
  [
    'ALREADY_STAKED',
    'a stake beside a bond',
    () => {
      const bench = bonded()
      return bench.error('stake', stakeArguments(bench), alice)
    },
  ],
  [
    'ALREADY_STAKED',
    'a bond beside a stake',
    () => {
      const bench = bonded()
      bench.stake(bob, STX)
      return enterWith(bench, 1n)
    },
  ],
  [
    'INVALID_NUM_CYCLES',
    '0 cycles',
    () => {
      const bench = registered()
      return bench.error('stake', stakeArguments(bench, { cycles: 0n }), alice)
    },
  ],
  [
    'INVALID_NUM_CYCLES',
    '97 cycles',
    () => {
      const bench = registered()
      return bench.error('stake', stakeArguments(bench, { cycles: 97n }), alice)
    },
  ],
  [
    'INVALID_NUM_CYCLES',
    'nothing to update in the last cycle',
    () => {
      const bench = staking()
      bench.mineTo(250n)
      return bench.error('stake-update', [m1, m1, 0n, 0n, null], alice)
    },
  ],
  [
    'SIGNER_NOT_FOUND',
    'a manager that never registered',
    () => {
      const bench = new StakingBench()
      return bench.error('stake', stakeArguments(bench), alice)
    },
  ],
  [
    'INVALID_START_BURN_HEIGHT',
    'another cycle',
    () => {
      const bench = registered()
      return bench.error('stake', stakeArguments(bench, { start: 100n }), alice)
    },
  ],
  [
    'UNAUTHORIZED_SIGNER_REGISTRATION',
    'a grant by another',
    () => {
      const bench = new StakingBench()
      const { key, authId, signature } = bench.signGrant(m1, 1)
      return bench.error('grant-signer-key', [key, m1, authId, signature], admin)
    },
  ],
  [
    'UNAUTHORIZED_SIGNER_REGISTRATION',
    'a key by another',
    () => {
      const bench = registered()
      const { some: key } = bench.read('get-signer-info', [m1]) as { some: string }
      return bench.error('register-signer', [m1, key], admin)
    },
  ],
  [
    'NOT_STAKING',
    'an update',
    () => registered().error('stake-update', [m1, m1, 1n, 0n, null], alice),
  ],
  [
    'NOT_STAKING',
    'an exit after the end',
    () => {
      const bench = staking()
      bench.mineTo(300n)
      return bench.error('unstake', [m1], alice)
    },
  ],
  [
    'UNSTAKE_IN_PREPARE_PHASE',
    'an exit',
    () => {
      const bench = staking()
      bench.mineTo(190n)
      return bench.error('unstake', [m1], alice)
    },
  ],
  [
    'INVALID_BOND_PERIOD_ORDERING',
    'a bond twice',
    () => {
      const bench = bonded()
      bench.mineTo(150n)
      return calculate(bench, [0n, 0n])
    },
  ],
  [
    'DISTRIBUTION_ALREADY_COMPUTED',
    'a half twice',
    () => {
      const bench = new StakingBench()
      bench.mineTo(150n)
      bench.distribute(0n)
      return calculate(bench, [])
    },
  ],
  [
    'BOND_NOT_ACTIVE',
    'before it starts',
    () => {
      const bench = bonded()
      bench.mineTo(60n)
      return calculate(bench, [0n])
    },
  ],
  [
    'NO_CLAIMABLE_REWARDS',
    'nothing earned',
    () => registered().error('claim-rewards', [[], 1n], alice),
  ],
  [
    'ACTIVE_BOND_NOT_INCLUDED',
    'a bond left out',
    () => {
      const bench = bonded()
      bench.mineTo(150n)
      return calculate(bench, [])
    },
  ],
  [
    'NOT_BOND_PARTICIPANT',
    'a move',
    () => bonded().error('update-bond-registration', [m1, m2, null], bob),
  ],
  ['NOT_BOND_PARTICIPANT', 'an exit', () => bonded().error('unstake-sbtc', [m1, 1n], bob)],
  [
    'NOT_BOND_PARTICIPANT',
    'an early exit after the end',
    () => {
      const bench = locked()
      bench.mineTo(1_300n)
      return bench.error('announce-l1-early-exit', [alice, m1], alice)
    },
  ],
  [
    'CANNOT_ANNOUNCE_L1_EARLY_UNLOCK',
    'an sBTC leg',
    () => bonded().error('announce-l1-early-exit', [alice, m1], alice),
  ],
  [
    'INVALID_OLD_SIGNER_MANAGER',
    'a stake’s',
    () => staking().error('stake-update', [m1, m2, 1n, 0n, null], alice),
  ],
  ['INVALID_OLD_SIGNER_MANAGER', 'an exit’s', () => staking().error('unstake', [m2], alice)],
  [
    'INVALID_OLD_SIGNER_MANAGER',
    'a bond’s',
    () => bonded().error('update-bond-registration', [m1, m2, null], alice),
  ],
  ['INVALID_OLD_SIGNER_MANAGER', 'of sBTC', () => bonded().error('unstake-sbtc', [m2, 1n], alice)],
  [
    'INVALID_OLD_SIGNER_MANAGER',
    'of an early exit',
    () => locked().error('announce-l1-early-exit', [alice, m2], alice),
  ],
  [
    'INVALID_UNSTAKE_SBTC_AMOUNT',
    'more than there is',
    () => bonded().error('unstake-sbtc', [m1, BTC + 1n], alice),
  ],
  ['CANNOT_UNSTAKE_SBTC', 'an L1 leg', () => locked().error('unstake-sbtc', [m1, 1n], alice)],
  ['READ_TX_OUT_OF_BOUNDS', 'a short header', () => proveWith({ header: '0x00' })],
  [
    'INVALID_BTC_HEADER',
    'an unknown header',
    () => {
      const bench = new StakingBench()
      bench.register('m1')
      bench.setupBond(0n)
      return proveWith({}, undefined, bench)
    },
  ],
  ['INVALID_MERKLE_PROOF', 'another root', () => proveWith({ header: `0x${'00'.repeat(80)}` })],
  ['INVALID_LOCKUP_SCRIPT', 'another height', () => proveWith({ 'unlock-burn-height': 1_251n })],
  [
    'BOND_ALREADY_STARTED',
    'late',
    () => {
      const bench = bonded()
      bench.mineTo(100n)
      return enterWith(bench, 1n)
    },
  ],
  [
    'UPDATE_BOND_SAME_SIGNER',
    'nowhere',
    () => bonded().error('update-bond-registration', [m1, m1, null], alice),
  ],
  ['INVALID_LOCKUP_AMOUNT', 'more than locked', () => proveWith({ amount: BTC + 1n })],
  [
    'DUPLICATE_LOCKUP_OUTPOINT',
    'an output twice',
    () => {
      const output = proofOf(outputOf(bob))
      const lockup = { ok: { outputs: [output, output], 'staker-unlock-bytes': '0x51' } }
      return provable().error('register-for-bond', bondArguments(lockup), bob)
    },
  ],
  ...(['stake', 'stake-update', 'register-for-bond', 'update-bond-registration'] as const).map(
    (fn): [keyof typeof poxErrors, string, () => number | string] => [
      'STAKE_IN_PREPARE_PHASE',
      fn,
      () => {
        const bench = bonded()
        bench.stake(bob, STX)
        bench.mineTo(90n)
        const [who, args] = {
          stake: [carol, stakeArguments(bench)] as const,
          'stake-update': [bob, [m1, m1, 1n, 0n, null]] as const,
          'register-for-bond': [carol, bondArguments({ err: 1n })] as const,
          'update-bond-registration': [alice, [m2, m1, null]] as const,
        }[fn]
        return bench.error(fn, args, who)
      },
    ],
  ),
  [
    'STAKE_IN_PREPARE_PHASE',
    'unstake-sbtc',
    () => {
      const bench = bonded()
      bench.mineTo(190n)
      return bench.error('unstake-sbtc', [m1, 1n], alice)
    },
  ],
  [
    'STAKE_IN_PREPARE_PHASE',
    'announce-l1-early-exit',
    () => {
      const bench = locked()
      bench.mineTo(190n)
      return bench.error('announce-l1-early-exit', [alice, m1], alice)
    },
  ],
  [
    'ROLLOVER_TOO_EARLY',
    'a stake',
    () => {
      const bench = bonded()
      bench.mineTo(1_249n)
      return bench.error('stake', stakeArguments(bench), alice)
    },
  ],
  [
    'ROLLOVER_TOO_EARLY',
    'a bond',
    () => {
      const bench = bonded()
      bench.mineTo(1_150n)
      bench.setupBond(6n)
      return bench.error('register-for-bond', bondArguments({ err: 1n }, 6n), alice)
    },
  ],
  ...[2n, 3n].map((mode): [keyof typeof poxErrors, string, () => number | string] => [
    'REENTRANT_CALL',
    `mode ${mode}`,
    () => {
      const bench = StakingBench.with('reenter')
      bench.ok('set-mode', [mode], admin, 'reenter')
      return bench.error('stake', stakeArguments(bench, { manager: contract('reenter') }), alice)
    },
  ]),
  [
    'L1_EARLY_EXIT_ALREADY_ANNOUNCED',
    'twice',
    () => {
      const bench = locked()
      bench.ok('announce-l1-early-exit', [alice, m1], alice)
      return bench.error('announce-l1-early-exit', [alice, m1], alice)
    },
  ],
  ['INVALID_UNLOCK_HEIGHT', 'below the bond’s', () => proveWith({}, 1_249n)],
  ['INVALID_UNLOCK_HEIGHT', 'a time', () => proveWith({}, 500_000_000n)],
  [
    'INVALID_UNLOCK_HEIGHT',
    'more than five bytes',
    () => proveWith({ tx: '0x', 'unlock-burn-height': 2n ** 39n }),
  ],
  [
    'REWARDS_PAUSED',
    'a claim',
    () => {
      const bench = registered()
      bench.ok('pause-rewards', [], admin)
      return bench.error('claim-rewards', [[], 1n], alice)
    },
  ],
]

describe('errors', () => {
  test.each(ways)('%s: %s', (name, _, reach) => {
    expect(reach()).toBe(poxErrors[name])
  })

  test('every number is reached but 51, which nothing returns [bitcoin-staking 3.2]', () => {
    const reached = new Set<string>(ways.map(([name]) => name))
    const missing = Object.keys(poxErrors).filter((name) => !reached.has(name))
    expect(missing).toEqual(['INSUFFICIENT_RESERVE_BALANCE'])
  })
})

describe('aborts', () => {
  test('the same function twice on the stack [bitcoin-staking 7.1]', () => {
    const bench = StakingBench.with('plain', 'reenter')
    bench.ok('set-mode', [4n], admin, 'reenter')
    const args = stakeArguments(bench, { manager: contract('reenter') })
    expect(bench.error('stake', args, alice)).toBe('CircularReference')
  })

  test('a stake of nothing passes the contract, not the lock [bitcoin-staking 4.1]', () => {
    const bench = registered()
    const args = stakeArguments(bench, { microStx: 0n })
    expect(bench.error('stake', args, alice)).toBe('LockFailed')
    expect(bench.read('get-staker-info', [alice])).toBeNull()
  })

  test('an amount or a length that overflows [bitcoin-staking 1.5]', () => {
    const most = 2n ** 128n - 1n
    const bench = staking()
    const update = [m1, m1, most, 0n, null]
    expect(bench.error('stake-update', update, alice)).toBe('ArithmeticOverflow')
    const args = stakeArguments(bench, { cycles: most })
    expect(bench.error('stake', args, bob)).toBe('ArithmeticOverflow')
    expect(bench.error('stake-update', update, bob)).toBe(poxErrors.NOT_STAKING)
  })

  test('parameters are set at boot, once [bitcoin-staking 4.15]', () => {
    const args = [0n, 10n, 100n, 1n]
    expect(new StakingBench().error('set-burnchain-parameters', args, dave)).toBe(
      'AlreadyConfigured',
    )
  })

  test('a contract that is not a manager', () => {
    const bench = staking()
    const update = (signer: string) => [signer, m1, 1n, 0n, null]
    // Only its name is compared; what it lacks shows when it is asked.
    for (const other of [contract('proxy'), pox]) {
      expect(bench.error('unstake', [other], alice)).toBe(poxErrors.INVALID_OLD_SIGNER_MANAGER)
      expect(bench.error('stake-update', update(other), alice)).toBe('NoSuchFunction')
      expect(bench.error('unstake', [other], bob)).toBe(poxErrors.NOT_STAKING)
    }
    const missing = contract('nowhere')
    expect(bench.error('unstake', [missing], alice)).toBe('NoSuchContract')
    expect(bench.error('unstake', [missing], bob)).toBe(poxErrors.NOT_STAKING)
    expect(bench.error('unstake', [alice], bob)).toBe('NoTrait')
  })
})

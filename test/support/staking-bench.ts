import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha256'
import { getPublicKey, signSync, utils } from '@noble/secp256k1'
import { nativePool } from '../../src/dev/cli/replay/pox/native-pool.ts'
import { plainManager, reenteringManager } from '../../src/dev/cli/replay/pox/plain-managers.ts'
import { proxyModel } from '../../src/dev/cli/replay/pox/proxy.ts'
import { grantMessageHash } from '../../src/protocol/bitcoin-staking/contract/grant-message.ts'
import { poxPublicFunctions } from '../../src/protocol/bitcoin-staking/contract/pox-contract.ts'
import { poxReadFunctions } from '../../src/protocol/bitcoin-staking/contract/read-functions.ts'
import { max500Manager } from '../../src/protocol/bitcoin-staking/managers/max500.ts'
import { nativeManager } from '../../src/protocol/bitcoin-staking/managers/native.ts'
import {
  referenceManager,
  xverseManager,
} from '../../src/protocol/bitcoin-staking/managers/reference.ts'
import type { ContractModel } from '../../src/protocol/bitcoin-staking/simulation/contract-model.ts'
import type {
  SimulatedCall,
  CallEffects,
} from '../../src/protocol/bitcoin-staking/simulation/outcome.ts'
import {
  Simulation,
  type Genesis,
} from '../../src/protocol/bitcoin-staking/simulation/simulation.ts'
import { mapKey } from '../../src/protocol/clarity/contract-map.ts'
import type { ContractTuple, ContractValue } from '../../src/protocol/clarity/contract-value.ts'
import { concatBytes, toHex, type Hex } from '../../src/protocol/clarity/hex.ts'

utils.hmacSha256Sync = (key, ...messages) => hmac(sha256, key, utils.concatBytes(...messages))

export const pox = 'ST000000000000000000002AMW42H.pox-5'
export const token = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token'
export const admin = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
export const alice = 'ST2ARBABS883Z72QPTERCRWFBAKMEAK06X46RWWK4'
export const bob = 'ST15HJKCZQ9G0KS8H1G2JHAFQT1AVNVE6K2GKABMR'
export const carol = 'ST2S50FF2WTWAC3MBFQ0Q0J5BTGNQR5ZJ3HB01PY5'
export const dave = 'ST2TP7AZ7JRQ9TCDAY5QAE658MMD1SSVCP2JTCAR3'
/** An address that owns nothing. */
export const stranger = 'ST2G7GZF4CFK2SXDEZM8R0TK7E8ZD2MG66Q40VZET'
export const STX = 1_000_000n
export const BTC = 100_000_000n

const kinds: Readonly<Record<string, ContractModel<unknown>>> = {
  m1: referenceManager,
  m2: referenceManager,
  max: max500Manager,
  xverse: xverseManager,
  native: nativeManager(`${admin}.pool`),
  pool: nativePool,
  plain: plainManager,
  reenter: reenteringManager,
  proxy: proxyModel,
}

/** The contract of that name: m1 and m2 are reference managers, the others are called by kind. */
export const contract = (name: string): string => `${admin}.${name}`

/** A short chain: cycles of 100 blocks, the last 10 of which prepare; the first cycle is 1. */
export class StakingBench {
  readonly chain: Simulation
  #authId = 0n

  constructor(changes: Partial<Genesis> = {}) {
    this.chain = new Simulation({
      burnHeight: 2n,
      pox,
      sbtcToken: token,
      clock: { firstBurnHeight: 0n, cycleBlocks: 100n, prepareBlocks: 10n, firstCycle: 1n },
      bondAdmin: admin,
      pauseAdmin: admin,
      chainId: 2_147_483_648n,
      microStx: new Map([alice, bob, carol, dave].map((who) => [who, 5_000_000n * STX])),
      sats: new Map([alice, bob, carol, dave].map((who) => [who, 100n * BTC])),
      contracts: new Map(Object.entries(kinds).map(([name, kind]) => [contract(name), kind])),
      ...changes,
    })
  }

  /** A chain on which these managers are registered. */
  static with(...managers: string[]): StakingBench {
    const bench = new StakingBench()
    bench.register(...managers)
    return bench
  }

  /** Mines up to a Bitcoin height. */
  mineTo(burnHeight: bigint): void {
    this.chain.mine(burnHeight - this.chain.burnHeight)
  }

  /** Calls pox-5, or with a name one of the contracts; arguments in their order. */
  call(fn: string, args: readonly ContractValue[], sender: string, name?: string): SimulatedCall {
    const target = name === undefined ? pox : contract(name)
    const functions = name === undefined ? poxPublicFunctions : kinds[name]!.publicFunctions
    return this.chain.call(target, fn, byNames(functions.get(fn)!.parameters, args), sender)
  }

  /** What a call answers that succeeds; throws otherwise. */
  ok(fn: string, args: readonly ContractValue[], sender: string, name?: string): Succeeded {
    const outcome = this.call(fn, args, sender, name)
    if ('ok' in outcome) return { value: outcome.ok, ...outcome.effects }
    throw new Error(`${fn}: ${'err' in outcome ? outcome.err : outcome.abort}`)
  }

  /** The number of the error that a call ends with, or how else it ends. */
  error(
    fn: string,
    args: readonly ContractValue[],
    sender: string,
    name?: string,
  ): number | string {
    const outcome = this.call(fn, args, sender, name)
    if ('err' in outcome) return Number(outcome.err)
    return 'abort' in outcome ? outcome.abort : 'ok'
  }

  read(fn: string, args: readonly ContractValue[] = [], name?: string): ContractValue {
    const target = name === undefined ? pox : contract(name)
    const functions = name === undefined ? poxReadFunctions : kinds[name]!.readFunctions
    const answer = this.chain.read(target, fn, byNames(functions.get(fn)!.parameters, args))
    return 'abort' in answer ? `abort: ${answer.abort}` : answer.value
  }

  /**
   * Registers managers as if their keys had been granted: to check signatures takes longer than all
   * else that a test does.
   */
  register(...managers: string[]): void {
    const { grants, signers } = this.chain.poxState
    for (const name of managers) {
      const key = toHex(sha256(name))
      signers.set(contract(name), key)
      grants.set(mapKey(key, contract(name)), true)
    }
  }

  /** A key's grant for a manager, under a fresh number. */
  signGrant(manager: string, secret: number): { key: Hex; authId: bigint; signature: Hex } {
    const secretKey = new Uint8Array(32).fill(secret)
    const authId = ++this.#authId
    const hash = grantMessageHash(manager, authId, this.chain.chainId)
    const [bytes, recovery] = signSync(hash, secretKey, { recovered: true, der: false })
    const signature = toHex(concatBytes(bytes, recovery))
    return { key: toHex(getPublicKey(secretKey, true)), authId, signature }
  }

  stake(who: string, microStx: bigint, options: { cycles?: bigint; manager?: string } = {}): void {
    const manager = contract(options.manager ?? 'm1')
    const cycles = options.cycles ?? 12n
    this.ok('stake', [manager, microStx, cycles, this.chain.burnHeight, null], who)
  }

  /** Sets up a bond for all holders, without any bound on sats. */
  setupBond(index: bigint, terms: { rate?: bigint; ratio?: bigint; minimum?: bigint } = {}): void {
    const { rate = 300n, ratio = 400_000n, minimum = 500n } = terms
    const allowlist = [alice, bob, carol, dave].map((staker) => ({
      staker,
      'max-sats': 21_000_000n * BTC,
    }))
    this.ok('setup-bond', [index, rate, ratio, minimum, '0x', allowlist], admin)
  }

  /** Enters a bond with sBTC and as little STX as it takes. */
  enter(who: string, index: bigint, sats: bigint, manager = 'm1'): void {
    const bond = this.read('get-protocol-bond', [index]) as { some: ContractTuple }
    const { 'stx-value-ratio': ratio, 'min-ustx-ratio': minimum } = bond.some
    const least = this.read('min-ustx-for-sats-amount', [sats, ratio!, minimum!])
    const microStx = least === 0n ? 1n : least
    this.ok('register-for-bond', [index, contract(manager), microStx, { err: sats }, null], who)
  }

  /** Income arrives, and a calculation books it. */
  distribute(sats: bigint, bonds: readonly bigint[] = []): ContractTuple {
    this.chain.mintSbtc(pox, sats)
    return this.ok('calculate-rewards', [bonds], stranger).value as ContractTuple
  }

  available = (who: string): bigint => this.chain.sbtc.available(who)
}

/** What a successful call left. */
export interface Succeeded extends CallEffects {
  readonly value: ContractValue
}

const byNames = (
  parameters: ContractTuple | object,
  args: readonly ContractValue[],
): ContractTuple =>
  Object.fromEntries(Object.keys(parameters).map((name, index) => [name, args[index]!]))

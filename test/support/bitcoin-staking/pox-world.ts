import {
  getAddressFromPrivateKey,
  privateKeyToPublic,
  signMessageHashRsv,
} from '@stacks/transactions'
import {
  poxSource,
  type PoxContractKind,
} from '../../../src/dev/network/bitcoin-staking/contract-sources.ts'
import { pox5Contract } from '../../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import { PoxChain, type PoxGenesis } from '../../../src/dev/network/bitcoin-staking/pox-chain.ts'
import type { PoxOutcome } from '../../../src/dev/network/bitcoin-staking/pox-outcome.ts'
import { createVm, type Vm } from '../../../src/dev/network/vm/vm.ts'
import type { ContractValue } from '../../../src/protocol/clarity/contract-value.ts'

export const admin = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
export const alice = 'ST2ARBABS883Z72QPTERCRWFBAKMEAK06X46RWWK4'
export const bob = 'ST15HJKCZQ9G0KS8H1G2JHAFQT1AVNVE6K2GKABMR'
export const carol = 'ST2S50FF2WTWAC3MBFQ0Q0J5BTGNQR5ZJ3HB01PY5'
export const dave = 'ST2TP7AZ7JRQ9TCDAY5QAE658MMD1SSVCP2JTCAR3'
const holders = [alice, bob, carol, dave]

export const id = (name: string): string => `${admin}.${name}`
export const stx = (amount: number): bigint => BigInt(amount) * 1_000_000n

const signerKey = '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c17801'
/** The key's own address: it alone revokes grants. */
export const signerAddress = getAddressFromPrivateKey(signerKey, 'testnet')
export const signerPublicKey = `0x${privateKeyToPublic(signerKey)}`

/** Cycles of 100 blocks with 10 of prepare phase; bond 0 begins with cycle 1 at height 100. */
const clock = { firstBurnHeight: 0n, prepareBlocks: 10n, cycleBlocks: 100n, firstCycle: 1n }

interface Registration {
  readonly bond: number
  readonly manager: string
  readonly sats: bigint
  readonly microStx: bigint
}

/** A `pox-5` chain for one test, and words for what holders and operators do on it. */
export class PoxWorld {
  readonly chain: PoxChain

  constructor(vm: Vm, contracts: Record<string, PoxContractKind>) {
    const genesis: PoxGenesis = {
      clock,
      bondAdmin: admin,
      pauseAdmin: admin,
      microStx: new Map(holders.map((who) => [who, stx(400_000)])),
      sats: new Map(holders.map((who) => [who, 2_000_000_000n])),
      contracts: new Map(Object.entries(contracts).map(([name, kind]) => [id(name), kind])),
      burnHeight: 3,
    }
    this.chain = new PoxChain(vm, genesis)
    for (const [name, kind] of Object.entries(contracts))
      if (kind !== 'proxy' && kind !== 'native-pool') this.#register(name, kind)
  }

  mineTo(height: number): void {
    this.chain.mine(height - this.chain.burnHeight)
  }

  income(sats: bigint): void {
    this.chain.mintSbtc(pox5Contract, sats)
  }

  /** Calls `pox-5`. */
  pox(who: string, name: string, ...args: ContractValue[]): PoxOutcome {
    return this.chain.call(pox5Contract, name, args, who)
  }

  /** Calls another contract of the administrator's. */
  ask(contract: string, who: string, name: string, ...args: ContractValue[]): PoxOutcome {
    return this.chain.call(id(contract), name, args, who)
  }

  stake(who: string, manager: string, microStx: bigint, cycles: number): PoxOutcome {
    const height = BigInt(this.chain.burnHeight)
    return this.pox(who, 'stake', id(manager), microStx, BigInt(cycles), height, null)
  }

  setupBond(
    bond: number,
    rate: number,
    ratio: number,
    allowed: Record<string, bigint>,
  ): PoxOutcome {
    const rows = Object.entries(allowed).map(([staker, sats]) => ({ staker, 'max-sats': sats }))
    const terms = [BigInt(bond), BigInt(rate), BigInt(ratio), 500n]
    return this.pox(admin, 'setup-bond', ...terms, '0x', rows)
  }

  /** Registers for a bond with sBTC. */
  register(who: string, { bond, manager, sats, microStx }: Registration): PoxOutcome {
    const lockup = { err: sats }
    return this.pox(who, 'register-for-bond', BigInt(bond), id(manager), microStx, lockup, null)
  }

  calculate(...bonds: number[]): PoxOutcome {
    return this.pox(admin, 'calculate-rewards', bonds.map(BigInt))
  }

  read(name: string, ...args: ContractValue[]): ContractValue {
    return valueOf(this.chain.read(pox5Contract, name, args))
  }

  readFrom(contract: string, name: string, ...args: ContractValue[]): ContractValue {
    return valueOf(this.chain.read(id(contract), name, args))
  }

  /** The key's signature that grants it to a manager. */
  signGrant(name: string, authId: bigint): string {
    const hash = this.read('get-signer-grant-message-hash', id(name), authId) as string
    return `0x${signMessageHashRsv({ messageHash: hash.slice(2), privateKey: signerKey })}`
  }

  #register(name: string, kind: PoxContractKind): void {
    const signature = this.signGrant(name, 1n)
    if (kind === 'plain' || kind === 'reenter') {
      okOf(this.ask(name, admin, 'grant', signerPublicKey, 1n, signature))
      okOf(this.ask(name, admin, 'register', id(name), signerPublicKey))
    } else okOf(this.ask(name, admin, 'register-self', id(name), signerPublicKey, 1n, signature))
  }
}

/** Starts the VM that the worlds of a file share: reset it for each. */
export const createPoxVm = (options: { acceptHeaders?: boolean } = {}): Promise<Vm> =>
  createVm({ epoch: '4.0', clarity: 6, boot: { 'pox-5': poxSource(options) } })

/** The ok value of a call that must succeed. */
export function okOf(outcome: PoxOutcome): ContractValue {
  if ('ok' in outcome) return outcome.ok
  throw new Error('abort' in outcome ? outcome.abort : `error ${outcome.err}`)
}

/** The error number of a call, or how else it ended. */
export function errorOf(outcome: PoxOutcome): bigint | 'ok' | 'abort' {
  if ('err' in outcome) return outcome.err
  return 'ok' in outcome ? 'ok' : 'abort'
}

function valueOf(answer: ReturnType<PoxChain['read']>): ContractValue {
  if ('abort' in answer) throw new Error(answer.abort)
  return answer.value
}

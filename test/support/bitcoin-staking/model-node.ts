import { readFileSync } from 'node:fs'
import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import { withdrawalRegistry } from '../../../src/chain/stacks/bitcoin-staking/rewards/withdrawal-state.ts'
import { stakingDeployment } from '../../../src/chain/stacks/bitcoin-staking/staking-deployments.ts'
import { decodeClarity } from '../../../src/chain/stacks/clarity.ts'
import { createStacksClient } from '../../../src/chain/stacks/client.ts'
import type { ContractTuple, ContractValue } from '../../../src/protocol/clarity/contract-value.ts'
import { pox, type StakingBench } from '../staking-bench.ts'

const interfaces = JSON.parse(
  readFileSync(
    new URL('../fixtures/bitcoin-staking/manager-interfaces.json', import.meta.url),
    'utf8',
  ),
) as Record<string, unknown>

/** A value of the model as the contract would answer it. */
export function clarityOf(value: ContractValue): ClarityValue {
  if (typeof value === 'bigint') return value < 0n ? Cl.int(value) : Cl.uint(value)
  if (value === null) return Cl.none()
  if (typeof value === 'boolean') return Cl.bool(value)
  if (typeof value === 'string') {
    if (value.startsWith('0x')) return Cl.bufferFromHex(value.slice(2))
    return /^S[0-9A-Z]{20}/.test(value) ? Cl.principal(value) : Cl.stringAscii(value)
  }
  if (Array.isArray(value)) return Cl.list((value as readonly ContractValue[]).map(clarityOf))
  const fields = Object.entries(value as ContractTuple)
  const [key, inner] = fields[0]!
  if (fields.length === 1 && key === 'some') return Cl.some(clarityOf(inner))
  if (fields.length === 1 && key === 'ok') return Cl.ok(clarityOf(inner))
  if (fields.length === 1 && key === 'err') return Cl.error(clarityOf(inner))
  return Cl.tuple(Object.fromEntries(fields.map(([name, item]) => [name, clarityOf(item)])))
}

export const hexOf = (value: ContractValue): string =>
  `0x${serializeCV(clarityOf(value)).replace(/^0x/, '')}`

interface Answers {
  /** The kind of each manager, whose interface it shows. */
  managers?: Readonly<Record<string, string>>
  fees?: Readonly<Record<string, bigint>>
  api?: (path: string) => unknown
}

interface Lies {
  refuse?: (path: string) => boolean
  lie?: (path: string, truth: unknown) => unknown
}

interface Node {
  client: ReturnType<typeof createStacksClient>
  deployment: ReturnType<typeof stakingDeployment>
  /** Paths that were asked, in order. */
  asked: string[]
}

/** What a node answers whose chain is the model; undefined: nothing under this path. */
export function modelAnswers(
  bench: StakingBench,
  { managers = {}, fees = {}, api = () => undefined }: Answers = {},
): (path: string, body?: unknown) => unknown {
  const deployment = stakingDeployment('devnet')
  return (path, body) => {
    const [url] = path.split('?')
    const parts = url!.split('/').slice(1)
    const height = Number(bench.chain.burnHeight)
    if (url === '/v2/info')
      return {
        burn_block_height: height,
        stacks_tip_height: height * 3,
        network_id: deployment.chainId,
        pox_consensus: `aa${height}`,
      }
    if (url === '/v2/pox') return poxAnswer(bench)
    if (url!.startsWith('/v2/accounts/')) return accountAnswer(bench, parts[2]!)
    const contract = `${parts[3]}.${parts[4]}`
    if (url!.startsWith('/v2/contracts/call-read/')) {
      const args = (body as { arguments: string[] }).arguments.map((hex) => decodeClarity(hex)!)
      if (contract === deployment.sbtcToken) {
        const who = args[0] as string
        const isAll = parts[5] === 'get-balance'
        const sats = isAll ? bench.chain.sbtc.balance(who) : bench.available(who)
        return { okay: true, result: hexOf({ ok: sats }) }
      }
      if (contract === withdrawalRegistry(deployment))
        return { okay: true, result: hexOf(withdrawalOf(bench, args[0] as bigint)) }
      const name = contract === pox ? undefined : parts[4]
      try {
        const value = bench.read(parts[5]!, args as ContractValue[], name)
        if (typeof value === 'string' && value.startsWith('abort: '))
          return { okay: false, cause: value }
        return { okay: true, result: hexOf(value) }
      } catch {
        return { okay: false, cause: 'Unchecked(UndefinedFunction)' }
      }
    }
    if (url!.startsWith('/v2/map_entry/')) {
      const entry = mapEntry(bench, parts[4]!, decodeClarity(body as string) as string)
      return { data: hexOf(entry === undefined ? null : { some: entry }) }
    }
    if (url!.startsWith('/v2/data_var/')) {
      const value =
        parts[4] === 'rewards-paused'
          ? bench.chain.poxState.variables.rewardsPaused
          : fees[parts[3]!]
      return value === undefined ? undefined : { data: hexOf(value) }
    }
    if (url!.startsWith('/v2/contracts/source/')) return { source: `;; ${parts[4]}` }
    if (url!.startsWith('/v2/contracts/interface/')) return interfaces[managers[parts[4]!] ?? '']
    return api(path)
  }
}

/**
 * A client of a node whose chain is the model: it answers the node's paths; `api` others. `refuse`:
 * paths that are gone; `lie`: what it says instead of what is so.
 */
export function modelNode(
  bench: StakingBench,
  { refuse = () => false, lie = (_, truth) => truth, ...answers }: Answers & Lies = {},
): Node {
  const asked: string[] = []
  const deployment = stakingDeployment('devnet')
  const answer = modelAnswers(bench, answers)
  const client = createStacksClient({
    bases: ['http://127.0.0.1:1'],
    fetch: async (url, init) => {
      const path = String(url).replace('http://127.0.0.1:1', '')
      asked.push(path)
      if (refuse(path)) return new Response('', { status: 410 })
      const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
      const json = lie(path, answer(path, body))
      return json === undefined
        ? new Response('', { status: 404 })
        : new Response(JSON.stringify(json), { status: 200 })
    },
  })
  return { client, deployment, asked }
}

/** A record of pox-5, which stays after its end. */
function mapEntry(
  { chain: { poxState } }: StakingBench,
  map: string,
  key: string,
): ContractTuple | undefined {
  if (map === 'staker-info') {
    const stake = poxState.stakes.get(key)
    return (
      stake && {
        'amount-ustx': stake.microStx,
        'first-reward-cycle': stake.firstCycle,
        'num-cycles': stake.cycles,
        signer: stake.signer,
      }
    )
  }
  const part = map === 'protocol-bond-memberships' ? poxState.memberships.get(key) : undefined
  return (
    part && {
      'bond-index': part.bondIndex,
      'amount-ustx': part.microStx,
      signer: part.signer,
      'is-l1-lock': part.isL1Lock,
      'amount-sats': part.sats,
    }
  )
}

/** A withdrawal as the registry of sBTC answers it. */
function withdrawalOf({ chain }: StakingBench, id: bigint): ContractValue {
  const request = chain.withdrawals.request(id)
  if (request === undefined) return null
  const { accepted, amountSats, maxFeeSats } = request
  const status = accepted === undefined ? null : { some: accepted }
  return { some: { status, amount: amountSats, 'max-fee': maxFeeSats } }
}

const poxAnswer = (bench: StakingBench) => {
  const { clock } = bench.chain.poxState
  return {
    contract_id: pox,
    first_burnchain_block_height: Number(clock.firstBurnHeight),
    prepare_phase_block_length: Number(clock.prepareBlocks),
    reward_cycle_length: Number(clock.cycleBlocks),
    contract_versions: [{ contract_id: pox, first_reward_cycle_id: Number(clock.firstCycle) }],
  }
}

const accountAnswer = ({ chain }: StakingBench, who: string) => {
  const { unlockedMicroStx, lockedMicroStx, unlockBurnHeight } = chain.stx.account(who)
  return {
    balance: `0x${unlockedMicroStx.toString(16).padStart(32, '0')}`,
    locked: `0x${lockedMicroStx.toString(16).padStart(32, '0')}`,
    unlock_height: Number(unlockBurnHeight),
    nonce: 0,
  }
}

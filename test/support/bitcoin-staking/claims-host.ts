import { createStacksClient } from '../../../src/chain/stacks/client.ts'
import type { ContractTuple } from '../../../src/protocol/clarity/contract-value.ts'
import { hexOf } from './model-node.ts'

/** A claim as the host's chain has it. */
export interface ToldClaim {
  txid: string
  manager: string
  staker: string
  cycle: bigint
  bond?: bigint
  grossSats: bigint
  netSats: bigint
  /** Bitcoin height. */
  height: number
  /** What moves to the holder; 0: nothing does. */
  movedSats?: bigint
  /** A payout on Bitcoin in place of sBTC. */
  onBitcoin?: { request: bigint; sats: bigint }
  /** Max500 prints a settlement, and a payout only where it pays. */
  isSettlement?: boolean
  /** A later payout of what max500 has kept: `netSats` of it, and nothing is settled. */
  isPayout?: boolean
  isFailed?: boolean
}

interface Deployed {
  pox: string
  sbtcToken: string
}

const address = { version: '0x04', hashbytes: `0x${'11'.repeat(20)}` }

/** The place of the manager's print among the transaction's events. */
export const PRINT_INDEX = 2

/** A host of the API that tells of claims, with all that their transactions show. */
export function createClaimsHost({ pox, sbtcToken }: Deployed, told: ToldClaim[] = []) {
  const host = {
    claims: told,
    height: 1_000,
    /** What the signers have decided of payouts on Bitcoin; absent: nothing yet. */
    decided: new Map<bigint, boolean>(),
    /** Paths that were asked. */
    asked: [] as string[],
    /** Other answers, by path. */
    also: (_path: string): unknown => undefined,
    fetch: async (url: unknown, init?: { body?: unknown }): Promise<Response> => {
      const path = String(url).replace(/^https?:\/\/[^/]+/, '')
      host.asked.push(path)
      const json = answer(path, String(init?.body ?? '')) ?? host.also(path)
      return json === undefined
        ? new Response('{}', { status: 404 })
        : new Response(JSON.stringify(json), { status: 200 })
    },
  }

  const printOf = (claim: ToldClaim): ContractTuple => {
    const { staker, cycle, bond, netSats, grossSats } = claim
    const common = {
      staker,
      'reward-cycle': cycle,
      'bond-index': bond === undefined ? null : { some: bond },
    }
    if (claim.isPayout)
      return {
        topic: 'payout',
        'amount-sats': netSats,
        'l1-withdrawal': withdrawalOf(claim),
        staker,
      }
    if (claim.isSettlement)
      return {
        topic: 'settle-staker-rewards',
        ...common,
        earned: netSats,
        fees: grossSats - netSats,
        'pending-payout': netSats,
      }
    return {
      topic: 'claim-staker-rewards',
      'amount-sats': netSats,
      'l1-withdrawal': withdrawalOf(claim),
      ...common,
    }
  }
  const withdrawalOf = ({ onBitcoin, netSats }: ToldClaim) =>
    onBitcoin === undefined
      ? null
      : {
          some: {
            'pox-addr': address,
            'max-fee': netSats - onBitcoin.sats,
            'withdrawal-request': onBitcoin.request,
            amount: onBitcoin.sats,
          },
        }
  const log = (contract_id: string, value: Parameters<typeof hexOf>[0]) => ({
    contract_id,
    topic: 'print',
    value: { hex: hexOf(value) },
  })
  const eventsOf = (claim: ToldClaim) => {
    const { manager, staker, cycle, bond, grossSats, movedSats = claim.netSats } = claim
    const settled = {
      topic: 'claim-staker-rewards-for-signer',
      'signer-manager': manager,
      staker,
      'reward-cycle': cycle,
      'bond-index': bond === undefined ? null : { some: bond },
      'rewards-claimed': grossSats,
    }
    return [
      ...(claim.isPayout
        ? []
        : [{ type: 'contract_log', event_index: 0, contract_log: log(pox, settled) }]),
      ...(movedSats > 0n && !claim.onBitcoin
        ? [
            {
              type: 'ft_asset',
              event_index: 1,
              ft_asset: {
                asset_identifier: `${sbtcToken}::sbtc-token`,
                sender: manager,
                recipient: staker,
                amount: String(movedSats),
              },
            },
          ]
        : []),
      {
        type: 'contract_log',
        event_index: PRINT_INDEX,
        contract_log: log(manager, printOf(claim)),
      },
    ]
  }

  function answer(path: string, body: string): unknown {
    const [url, query = ''] = path.split('?')
    const { height } = host
    if (url === '/v2/info')
      return {
        burn_block_height: height,
        stacks_tip_height: height * 3,
        network_id: 1,
        pox_consensus: `aa${height}`,
      }
    if (url!.endsWith('/get-withdrawal-request')) {
      const request = BigInt(`0x${/"0x01([0-9a-f]{32})"/.exec(body)![1]}`)
      const isAccepted = host.decided.get(request)
      const status = isAccepted === undefined ? null : { some: isAccepted }
      return { okay: true, result: hexOf({ some: { status, amount: 1n, 'max-fee': 1n } }) }
    }
    const logs = /^\/extended\/v2\/smart-contracts\/([^/]+)\/logs$/.exec(url!)
    if (logs) {
      const own = host.claims.filter(({ manager }) => manager === logs[1]).toReversed()
      const offset = Number(/offset=(\d+)/.exec(query)?.[1] ?? 0)
      const results = own.slice(offset, offset + 50).map((claim) => ({
        event_index: PRINT_INDEX,
        tx_id: claim.txid,
        event_type: 'smart_contract_log',
        contract_log: log(claim.manager, printOf(claim)),
      }))
      return { limit: 50, offset, total: own.length, results }
    }
    const transaction = /^\/extended\/v3\/transactions\/(0x[0-9a-f]+)(\/events)?$/.exec(url!)
    const claim = transaction && host.claims.find(({ txid }) => txid === transaction[1])
    if (!claim) return undefined
    if (transaction[2]) {
      const results = eventsOf(claim)
      return { total: results.length, results }
    }
    return {
      tx_id: claim.txid,
      status: claim.isFailed ? 'abort_by_response' : 'success',
      block: { height: claim.height * 3, time: 1_780_000_000 + claim.height * 600 },
      bitcoin_block: { height: claim.height },
    }
  }

  return host
}
export type ClaimsHost = ReturnType<typeof createClaimsHost>

/** A client of such a host. */
export const clientOf = (host: ClaimsHost, base = 'http://127.0.0.1:1') =>
  createStacksClient({ bases: [base], fetch: host.fetch as typeof fetch })

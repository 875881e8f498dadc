import type { Clock } from '../../chain/http/clock.ts'
import type { Fetch } from '../../chain/http/send-once.ts'
import { createStacksClient, type StacksClient } from '../../chain/stacks/client.ts'

/** Why a host is not asked now. */
export type HostTrouble = 'no-answer' | 'other-chain' | 'behind' | 'ahead'

/** One host at one look. Heights are null where they could not be read. */
export interface HostLook {
  base: string
  client: StacksClient
  burnHeight: number | null
  stacksHeight: number | null
  /** The Stacks height that the host's API has indexed. */
  indexedHeight: number | null
  trouble: HostTrouble | null
}

/** What several hosts say together. */
export interface ChainLook {
  burnHeight: number
  stacksHeight: number
  /** All hosts, in the order of the config. */
  hosts: HostLook[]
  /** Those that may be asked, in the same order. */
  usable: HostLook[]
}

interface HostSetup {
  bases: readonly string[]
  chainId: number
  fetch?: Fetch
  clock?: Clock
  timeoutMs?: number
  retries?: number
}

/** Stacks blocks by which a host may be behind the others, and Bitcoin blocks ahead of them. */
const MOST_BEHIND = 2
const MOST_AHEAD = 2

/**
 * The height that two hosts have reached, where there are two: one alone can neither hold the
 * others back nor make up a future.
 */
const agreedHeight = (heights: readonly number[]): number => {
  const sorted = heights.toSorted((a, b) => b - a)
  return sorted[Math.min(1, sorted.length - 1)] ?? 0
}

/** The hosts of a keeper, each with a client of its own: what is read together is of one host. */
export const createKeeperHosts = ({ bases, chainId, ...http }: HostSetup) => {
  const clients = bases.map((base) => ({
    base,
    client: createStacksClient({ retries: 1, ...http, bases: [base] }),
  }))

  const lookAt = async ({ base, client }: (typeof clients)[number]): Promise<HostLook> => {
    const [tip, indexed] = await Promise.all([client.tip(), client.apiHeight()])
    const answered = tip.ok ? tip.value : null
    const troubleNow = (): HostTrouble | null => {
      if (answered !== null && answered.chainId !== chainId) return 'other-chain'
      return answered !== null && indexed.ok ? null : 'no-answer'
    }
    return {
      base,
      client,
      burnHeight: answered?.height ?? null,
      stacksHeight: answered?.stacksHeight ?? null,
      indexedHeight: indexed.ok ? indexed.value : null,
      trouble: troubleNow(),
    }
  }

  return {
    clients,
    /** Asks every host where the chain is; two requests each. Null: none can be used. */
    async look(): Promise<{ chain: ChainLook | null; hosts: HostLook[] }> {
      const hosts = await Promise.all(clients.map(lookAt))
      const answering = hosts.filter(({ trouble }) => trouble === null)
      if (answering.length === 0) return { chain: null, hosts }
      const burnHeight = agreedHeight(answering.map((host) => host.burnHeight!))
      const stacksHeight = agreedHeight(answering.map((host) => host.stacksHeight!))
      for (const host of answering) {
        if (host.burnHeight! > burnHeight + MOST_AHEAD) host.trouble = 'ahead'
        else if (host.stacksHeight! < stacksHeight - MOST_BEHIND) host.trouble = 'behind'
      }
      const usable = answering.filter(({ trouble }) => trouble === null)
      return {
        chain: usable.length > 0 ? { burnHeight, stacksHeight, hosts, usable } : null,
        hosts,
      }
    },
  }
}
export type KeeperHosts = ReturnType<typeof createKeeperHosts>

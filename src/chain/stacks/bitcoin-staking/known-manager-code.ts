import type { SourceHashes } from '../hash-source.ts'

/** The managers whose sources were read, by what they are built on [bitcoin-staking 7.4]. */
export type ManagerCode =
  | 'reference'
  | 'fastpool-1'
  | 'xverse'
  | 'max500'
  | 'native'
  | 'stackingdao'
  | 'juice'

/** First 32 bits of each source's SHA-256. */
const codes = new Map<string, ManagerCode>([
  ['05aaf409', 'reference'],
  ['48d22cf8', 'reference'],
  ['19eb2907', 'reference'],
  ['f2473cfb', 'fastpool-1'],
  ['c0a2cc8e', 'xverse'],
  ['e80395f4', 'max500'],
  ['72b3d5ea', 'native'],
  ['4585077a', 'stackingdao'],
  ['82b89cbf', 'stackingdao'],
  ['c172f3bb', 'juice'],
])

/**
 * Which known source a manager's resembles; undefined: none. Only 32 bits are compared, which an
 * author with patience can imitate: a match takes a warning away and proves nothing.
 */
export const managerCodeOf = ({ exact }: SourceHashes): ManagerCode | undefined =>
  codes.get(exact.replace(/^0x/, '').slice(0, 8))

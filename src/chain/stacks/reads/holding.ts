import * as v from 'valibot'
import type { Known } from '../../known.ts'
import { cBool, cCount, clPrincipal, clTuple, clUint, cUint } from '../clarity.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { AccountReading, CycleReading } from '../readings.ts'
import type { Reader } from '../source.ts'

type Holding = Extract<AccountReading['holding'], { known: true }>['value']

const version1 = v.pipe(
  v.object({
    amount: cUint,
    stacked: cUint,
    'last-snapshot': cCount,
    rewarded: cBool,
    'reward-amount': cUint,
  }),
  v.transform((value) => ({
    sats: value.amount,
    microStx: value.stacked,
    lastSnapshot: value['last-snapshot'],
    rewarded: value.rewarded,
    rewardSats: value['reward-amount'],
  })),
)
const version2 = v.pipe(
  v.object({
    'sbtc-wallet-amount': cUint,
    'sbtc-defi-amount': cUint,
    'stx-stacked-amount': cUint,
    'last-snapshot-index': cCount,
    'has-been-rewarded': cBool,
    'reward-amount': cUint,
  }),
  v.transform((value) => ({
    sats: value['sbtc-wallet-amount'],
    defiSats: value['sbtc-defi-amount'],
    microStx: value['stx-stacked-amount'],
    lastSnapshot: value['last-snapshot-index'],
    rewarded: value['has-been-rewarded'],
    rewardSats: value['reward-amount'],
  })),
)

/**
 * Reads what was captured for an enrolled address in a cycle [dual-stacking 2.2, 9.3]; null:
 * nothing yet. `rollbackId`: v2's, normally 0.
 */
export const readHolding = (
  reader: Reader,
  address: string,
  cycle: Pick<CycleReading, 'id' | 'rollbackId'>,
  blocks = 1,
): Promise<Known<Holding>> =>
  readFirstAvailable(reader, [
    {
      map: 'participant-holding',
      key: clTuple({ 'cycle-id': clUint(cycle.id), address: clPrincipal(address) }),
      schema: v.union([v.null(), version1]),
      blocks,
    },
    {
      map: 'participant-holdings-per-cycle',
      key: clTuple({
        'cycle-id': clUint(cycle.id),
        'rollback-id': clUint(cycle.rollbackId ?? 0),
        'participant-address': clPrincipal(address),
      }),
      schema: v.union([v.null(), version2]),
      blocks,
    },
  ])

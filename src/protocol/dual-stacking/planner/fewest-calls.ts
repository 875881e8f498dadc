import { BATCH_LIMIT } from '../constants.ts'
import type { KeeperFunction } from './keeper-checks.ts'

/**
 * The fewest calls that run a whole cycle, by function, from the capture of its first snapshot to
 * the opening of the next cycle: one golden ratio that passes at once, and lists as long as they
 * may be [dual-stacking 4].
 */
export function fewestCalls(
  { participants, snapshots }: { participants: number; snapshots: number },
  limits: Readonly<Partial<Record<KeeperFunction, number>>> = {},
): Partial<Record<KeeperFunction, number>> {
  const lists = (name: KeeperFunction) => Math.ceil(participants / (limits[name] ?? BATCH_LIMIT))
  return {
    'capture-snapshot-balances': snapshots * lists('capture-snapshot-balances'),
    'advance-to-next-snapshot': Math.max(0, snapshots - 1),
    'finalize-snapshots': 1,
    'propose-golden-ratio': 1,
    'tally-participant-ratios': lists('tally-participant-ratios'),
    'validate-ratio': 1,
    'calculate-participant-weights': lists('calculate-participant-weights'),
    'finalize-weight-computation': 1,
    'set-is-distribution-enabled': 1,
    'distribute-rewards': lists('distribute-rewards'),
    'finalize-reward-distribution': 1,
    'advance-to-next-cycle': 1,
  }
}

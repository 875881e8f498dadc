import { checkStakingCall } from '../../app/bitcoin-staking/check-staking-call.ts'
import { claimablesOf, type Claimable } from '../../app/bitcoin-staking/claimables.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { PoxReader } from '../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readClaimFunds } from '../../chain/stacks/bitcoin-staking/read-claim-funds.ts'
import type { ManagerFamily } from '../../protocol/bitcoin-staking/planner/operator-state.ts'
import type { Words } from '../../words/create-words.ts'
import {
  callContext,
  stopOfRefusal,
  type AskedCall,
  type CallSetup,
  type ChosenCall,
  type Stop,
} from './prepared-call.ts'

/** The oldest claim that would be paid; or why none would, the reason of the newest cycle last. */
export async function chooseClaim(
  state: StakingState,
  asked: AskedCall,
  forms: Words,
  setup: CallSetup,
): Promise<ChosenCall | Stop> {
  const { t } = setup.words
  const rows = claimablesOf(state.holder)?.rows ?? []
  const ready = rows.filter(({ grossSats }) => grossSats > 0n).length
  let stop: Stop = { stop: ['nothing', t('problem.nothing')] }
  // The oldest cycle first.
  for (const row of rows.toReversed()) {
    const shape = state.managers.read[row.manager]?.reading.shape
    const family = shape?.known ? shape.value.family : null
    const { poolSats, bankedSats } = await fundsOf(row, family, asked)
    const call = { kind: 'claim' as const, cycle: row.cycle, bond: row.bond }
    const blockers = checkStakingCall(state, call, {
      poolSats,
      bankedSats: bankedSats ?? 0n,
      familiar: new Set(asked.isFamiliar(row.manager) ? [row.manager] : []),
    })
    const refused = stopOfRefusal(blockers, forms, callContext(state, asked.deployment))
    if (refused) stop = refused
    else if (row.netSats === null || bankedSats === null)
      stop = { stop: ['unread', t('problem.unread')] }
    else {
      const paidSats = row.netSats + bankedSats
      const said = sentencesOf({ ...row, paidSats, family }, forms, setup)
      return { call, blockers, bankedSats, ...said, manager: row.manager, hasMore: ready > 1 }
    }
  }
  return stop
}

/** What the manager holds for a claim; sats, null: not known. */
async function fundsOf(
  { manager, cycle, bond }: Claimable,
  family: ManagerFamily | null,
  { client, deployment, account }: AskedCall,
): Promise<{ poolSats: bigint | null; bankedSats: bigint | null }> {
  if (family === null) return { poolSats: null, bankedSats: null }
  const reader = new PoxReader(client, deployment, { fresh: true })
  const leg = { manager, cycle, bond, staker: account }
  const { poolSats, bankedSats } = await readClaimFunds(reader, leg, family)
  return {
    poolSats: poolSats.known ? poolSats.value : null,
    bankedSats: bankedSats.known ? bankedSats.value : null,
  }
}

function sentencesOf(
  claim: Pick<Claimable, 'manager' | 'cycle'> & { paidSats: bigint; family: ManagerFamily | null },
  { t: say, f }: Words,
  { words: { t } }: CallSetup,
): Pick<ChosenCall, 'moves' | 'sentences'> {
  const sats = f.sats(claim.paidSats)
  return {
    moves: say('staking.window.sats', { sats }),
    sentences: [
      t('payer', { manager: claim.manager }),
      ...(claim.family === 'native' ? [say('staking.warning.holder-only')] : []),
      say('staking.does.claim', { sats, cycle: f.integer(claim.cycle) }),
      say('staking.counts.now'),
      say('staking.undo.never'),
      say('staking.moves.claim', { sats }),
    ],
  }
}

import { checkStakingCall } from '../../app/bitcoin-staking/check-staking-call.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import {
  managerWarnings,
  type ManagerWarning,
} from '../../chain/stacks/bitcoin-staking/manager-warnings.ts'
import { stakeDates } from '../../protocol/bitcoin-staking/projection/stake-dates.ts'
import { managerWarningText } from '../../ui/bitcoin-staking/manager-warning-text.ts'
import { shareOfBips, timeOfHeight } from '../../ui/bitcoin-staking/staking-times.ts'
import type { Words } from '../../words/create-words.ts'
import {
  callContext,
  stopOfRefusal,
  type AskedCall,
  type CallSetup,
  type ChosenCall,
  type Stop,
} from './prepared-call.ts'

const OFFERED_CYCLES = 12n

/** What a check of the call itself says as well. */
const toldByCheck: ReadonlySet<ManagerWarning['code']> = new Set<ManagerWarning['code']>([
  'unusual-fee',
  'fee-unknown',
  'takes-no-stakes',
  'below-minimum',
  'no-holder-claims',
])

/** A stake with the manager that the page has set, and what is to be known of both. */
export async function chooseStake(
  state: StakingState,
  { deployment }: AskedCall,
  forms: Words,
  setup: CallSetup,
): Promise<ChosenCall | Stop> {
  const { t: say, f } = forms
  const { t } = setup.words
  const { manager, cycles: wanted } = setup.place()
  const microStx = setup.microStx()
  const cycles = /^\d{1,2}$/.test(wanted ?? '') ? BigInt(wanted!) : OFFERED_CYCLES
  const call = { kind: 'stake' as const, manager: manager!, microStx, cycles, payout: null }
  const blockers = checkStakingCall(state, call, { nativePool: deployment.nativePool })
  const context = callContext(state, deployment)
  const stop = stopOfRefusal(blockers, forms, context)
  if (stop) return stop
  const { clock } = state.programme!
  if (!clock.known) return { stop: ['unread', t('problem.unread')] }
  const { burnHeight, now } = context
  const dates = stakeDates(clock.value, burnHeight, cycles)
  const day = (height: bigint) => f.day(timeOfHeight(height, burnHeight, now), now)
  const reading = state.managers.read[manager!]?.reading
  const fee = reading?.fee
  const isNative = reading?.shape.known && reading.shape.value.family === 'native'
  const stx = f.stx(microStx, 'exact')
  return {
    call,
    blockers,
    bankedSats: 0n,
    manager: manager!,
    hasMore: false,
    moves: say('staking.window.lock', { stx }),
    sentences: [
      t('through', {
        manager: manager!,
        fee: fee?.known ? f.percent(shareOfBips(fee.value.bips)) : t('unknownFee'),
      }),
      // The wallet's window names this contract, and not the manager that the site has set.
      ...(isNative ? [t('viaPool', { pool: deployment.nativePool! })] : []),
      ...(reading ? managerWarnings(reading) : [])
        .filter(({ code }) => !toldByCheck.has(code))
        .map((warning) => managerWarningText(forms, warning)),
      say('staking.does.stake', {
        stx,
        cycles: say('staking.form.cycleCount', { count: Number(cycles) }),
      }),
      say('staking.counts.next', {
        cycle: f.integer(dates.firstCycle),
        date: day(dates.startHeight),
        claim: day(dates.firstClaimHeight),
      }),
      say('staking.undo.stake'),
      say('staking.moves.lock', { stx }),
    ],
  }
}

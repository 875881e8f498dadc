import { useState } from 'preact/hooks'
import { USUAL_FEE_MICRO_STX } from '../../../app/bitcoin-staking/check-staking-call.ts'
import { heldPositionOf, isOver } from '../../../app/bitcoin-staking/held-position.ts'
import { freeMicroStx } from '../../../app/bitcoin-staking/staking-question.ts'
import { addedTo, type TriedStake } from '../../../app/bitcoin-staking/tried-stake.ts'
import { cycleStart } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { stakeDates } from '../../../protocol/bitcoin-staking/projection/stake-dates.ts'
import type { StakingCall } from '../../../wallet/stacks/bitcoin-staking/staking-call.ts'
import { parseAmount } from '../../../words/format/parse-amount.ts'
import { useStakingFigures } from '../../hooks/use-staking-figures.ts'
import { useWords } from '../../hooks/use-words.ts'
import { TextField } from '../../parts/text-field.tsx'
import { ManagerName } from '../manager-name.tsx'
import { poxOf } from '../pox-of.ts'
import { timeOfHeight } from '../staking-times.ts'
import { ManagerField } from './manager-field.tsx'
import { PayoutField } from './payout-field.tsx'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'
import { usePayout } from './use-payout.ts'

const wholeNumber = (text: string): bigint | null =>
  /^\d{1,3}$/.test(text.trim()) ? BigInt(text.trim()) : null

/** A stake of a year's length, in cycles of two weeks, is offered first. */
const OFFERED_CYCLES = '12'

/**
 * A new stake, or a change of the one that runs: more STX, more cycles, another manager. `keep`:
 * opened to take an exit back; `begin`: filled in with what was tried.
 */
export function StakeForm(props: StakingFormProps & { keep?: boolean; begin?: TriedStake | null }) {
  const { state, commands, env, now, keep = false, begin = null } = props
  const { t, f } = useWords()
  const held = heldPositionOf(state.programme, state.holder)
  const stake = held?.kind === 'stake' && !isOver(held) ? held : null
  const added = begin && (stake ? addedTo(stake, begin) : begin)
  const [amount, setAmount] = useState(
    added && added.microStx > 0n ? f.stxNumber(added.microStx, 'exact') : '',
  )
  const [cycles, setCycles] = useState(
    added ? `${added.cycles}` : firstCycles(stake !== null, keep),
  )
  const [manager, setManager] = useState<string | null>(begin?.manager ?? stake?.manager ?? null)
  const free = freeMicroStx(state)
  const most = free !== null && free > USUAL_FEE_MICRO_STX ? free - USUAL_FEE_MICRO_STX : 0n
  const parsed = parseAmount(stake && amount.trim() === '' ? '0' : amount, 6, f.locale)
  const count = wholeNumber(cycles)
  const payout = usePayout(state, manager, env.network)
  const microStx = parsed.ok ? (stake?.microStx ?? 0n) + parsed.value : null
  const { answer } = useStakingFigures(commands.project, state, {
    microStx: microStx ?? 0n,
    ...(manager !== null && { manager }),
  })
  const call = callOf()
  const clock = state.programme?.clock.known ? state.programme.clock.value : null
  const burnHeight = state.programme?.burnHeight ?? 0n
  const dates = clock && stakeDates(clock, burnHeight, count && count > 0n ? count : 1n)
  const day = (height: bigint) => f.day(timeOfHeight(height, burnHeight, now), now)
  const rewards = answer?.plan.rewards
  const sats = (level: 'low' | 'middle' | 'high') => rewards?.[level].cycle.netSats ?? null
  const [low, middle, high] = [sats('low'), sats('middle'), sats('high')]
  const total = microStx === null ? '' : f.stx(microStx, 'exact')
  return (
    <SignedStakingCall
      {...props}
      title={t(title())}
      call={call}
      effects={
        call && dates && clock && manager !== null
          ? {
              does: stake
                ? t('staking.does.change', {
                    stx: total,
                    manager: manager.split('.')[1] ?? manager,
                    last: f.integer(stake.endCycle + (count ?? 0n) - 1n),
                  })
                : t('staking.does.stake', {
                    stx: total,
                    cycles: t('staking.form.cycleCount', { count: Number(count) }),
                  }),
              counts: stake
                ? t('staking.counts.change', {
                    cycle: f.integer(dates.firstCycle),
                    date: day(cycleStart(clock, dates.firstCycle)),
                  })
                : t('staking.counts.next', {
                    cycle: f.integer(dates.firstCycle),
                    date: day(dates.startHeight),
                    claim: day(dates.firstClaimHeight),
                  }),
              undo: t(stake ? 'staking.undo.change' : 'staking.undo.stake'),
              moves: t('staking.moves.lock', { stx: total }),
            }
          : null
      }
      shown={{
        contract: poxOf(env.network),
        functionName: stake ? 'stake-update' : 'stake',
        moves: t('staking.window.lock', { stx: total }),
      }}
    >
      <TextField
        label={t(stake ? 'staking.form.added' : 'staking.form.amount')}
        kind="amount"
        unit="STX"
        value={amount}
        onInput={setAmount}
        error={parsed.ok || amount.trim() === '' ? null : t(`input.${parsed.code}`)}
        hint={
          free !== null && (
            <>
              {t('staking.form.free', { stx: f.stx(free, 'exact') })}{' '}
              <button
                type="button"
                class="link"
                onClick={() => setAmount(f.stxNumber(most, 'exact'))}
              >
                {t('staking.form.all')}
              </button>
            </>
          )
        }
      />
      <TextField
        label={t(stake ? 'staking.form.addedCycles' : 'staking.form.cycles')}
        kind="amount"
        value={cycles}
        onInput={setCycles}
        error={count === null ? t('staking.form.cycles.bad') : null}
      />
      <ManagerField state={state} commands={commands} value={manager} onChange={setManager} />
      {manager !== null && <PayoutField {...payout} />}
      {low !== null && middle !== null && high !== null && manager !== null && (
        <dl class="facts">
          <div>
            <dt>
              {t('staking.form.expected')} · <ManagerName manager={manager} />
            </dt>
            <dd class="amber">
              {t('staking.form.expected.value', {
                middle: f.sats(middle, 'about'),
                low: f.sats(low, 'about'),
                high: f.sats(high, 'about'),
              })}
            </dd>
          </div>
        </dl>
      )}
    </SignedStakingCall>
  )

  function title() {
    if (keep) return 'staking.action.stay' as const
    return stake ? ('staking.action.change' as const) : ('staking.action.stake' as const)
  }

  function callOf(): StakingCall | null {
    if (manager === null || !parsed.ok || count === null || !payout.parsed.ok) return null
    const setting = { payout: payout.parsed.payout }
    return stake
      ? { kind: 'change', manager, addedMicroStx: parsed.value, addedCycles: count, ...setting }
      : { kind: 'stake', manager, microStx: parsed.value, cycles: count, ...setting }
  }
}

function firstCycles(isStaking: boolean, keep: boolean): string {
  if (keep) return '1'
  return isStaking ? '0' : OFFERED_CYCLES
}

import { useState } from 'preact/hooks'
import { heldPositionOf } from '../../../app/bitcoin-staking/held-position.ts'
import { cycleStart, rewardCycleAt } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { useWords } from '../../hooks/use-words.ts'
import { poxOf } from '../pox-of.ts'
import { timeOfHeight } from '../staking-times.ts'
import { ManagerField } from './manager-field.tsx'
import { PayoutField } from './payout-field.tsx'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'
import { usePayout } from './use-payout.ts'

/** Another manager for what is in a bond. */
export function MoveBondForm(props: StakingFormProps) {
  const { state, commands, env, now } = props
  const { t, f } = useWords()
  const [manager, setManager] = useState<string | null>(null)
  const payout = usePayout(state, manager, env.network)
  const { programme } = state
  const held = heldPositionOf(programme, state.holder)
  if (!programme?.clock.known || held?.kind !== 'bond') return null
  const { burnHeight } = programme
  const next = rewardCycleAt(programme.clock.value, burnHeight) + 1n
  const start = timeOfHeight(cycleStart(programme.clock.value, next), burnHeight, now)
  const call =
    manager !== null && payout.parsed.ok
      ? { kind: 'move-bond' as const, manager, payout: payout.parsed.payout }
      : null
  return (
    <SignedStakingCall
      {...props}
      title={t('staking.action.move-bond')}
      call={call}
      effects={
        call && {
          does: t('staking.does.move-bond', { manager: call.manager.split('.')[1] ?? '' }),
          counts: t('staking.counts.change', { cycle: f.integer(next), date: f.day(start, now) }),
          undo: t('staking.undo.move-bond'),
          moves: t('staking.moves.pox'),
        }
      }
      shown={{
        contract: poxOf(env.network),
        functionName: 'update-bond-registration',
        moves: t('staking.window.pox'),
      }}
    >
      <ManagerField state={state} commands={commands} value={manager} onChange={setManager} />
      {manager !== null && <PayoutField {...payout} />}
    </SignedStakingCall>
  )
}

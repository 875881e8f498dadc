import { heldPositionOf } from '../../../app/bitcoin-staking/held-position.ts'
import { stakeExit } from '../../../protocol/bitcoin-staking/projection/cost-of-leaving.ts'
import { useWords } from '../../hooks/use-words.ts'
import { poxOf } from '../pox-of.ts'
import { timeOfHeight } from '../staking-times.ts'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'

/** The end of a stake with the running cycle. */
export function UnstakeForm(props: StakingFormProps) {
  const { state, env, now } = props
  const { t, f } = useWords()
  const held = heldPositionOf(state.programme, state.holder)
  const { programme } = state
  if (!held || !programme?.clock.known) return null
  const { burnHeight } = programme
  const exit = stakeExit(programme.clock.value, burnHeight)
  const date = (height: bigint) => f.dayAndTime(timeOfHeight(height, burnHeight, now))
  return (
    <SignedStakingCall
      {...props}
      title={t('staking.action.unstake')}
      call={{ kind: 'unstake' }}
      effects={{
        does: t('staking.does.unstake', { stx: f.stx(held.microStx, 'exact') }),
        counts: t('staking.counts.unstake', {
          date: date(exit.unlockHeight),
          height: f.integer(exit.unlockHeight),
        }),
        undo: t('staking.undo.unstake', { date: date(exit.lastHeight) }),
        moves: t('staking.moves.pox'),
      }}
      shown={{
        contract: poxOf(env.network),
        functionName: 'unstake',
        moves: t('staking.window.pox'),
      }}
    />
  )
}

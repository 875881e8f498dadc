import { useState } from 'preact/hooks'
import { heldPositionOf } from '../../../app/bitcoin-staking/held-position.ts'
import { parseAmount } from '../../../words/format/parse-amount.ts'
import { useWords } from '../../hooks/use-words.ts'
import { TextField } from '../../parts/text-field.tsx'
import { poxOf } from '../pox-of.ts'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'

/** Takes sBTC out of a bond, running or ended. */
export function WithdrawForm(props: StakingFormProps) {
  const { state, env } = props
  const { t, f } = useWords()
  const held = heldPositionOf(state.programme, state.holder)
  const [text, setText] = useState(f.decimal(held?.sats ?? 0n, 8))
  const parsed = parseAmount(text, 8, f.locale)
  const sats = parsed.ok ? f.sats(parsed.value) : ''
  return (
    <SignedStakingCall
      {...props}
      title={t('staking.action.withdraw')}
      call={parsed.ok ? { kind: 'withdraw', sats: parsed.value } : null}
      effects={
        parsed.ok
          ? {
              does: t('staking.does.withdraw', { sats }),
              counts: t('staking.counts.now'),
              undo: t('staking.undo.never'),
              moves: t('staking.moves.withdraw', { sats }),
            }
          : null
      }
      shown={{
        contract: poxOf(env.network),
        functionName: 'unstake-sbtc',
        moves: t('staking.window.sats', { sats }),
      }}
    >
      <TextField
        label={t('staking.form.sats')}
        kind="amount"
        unit="sBTC"
        value={text}
        onInput={setText}
        error={parsed.ok ? null : t(`input.${parsed.code}`)}
      />
    </SignedStakingCall>
  )
}

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import {
  checkStakingCall,
  type StakingCallContext,
} from '../../../app/bitcoin-staking/check-staking-call.ts'
import type { StakingCommands } from '../../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import type { Environment } from '../../../app/environment.ts'
import type { FollowedAccount } from '../../../app/followed-account.ts'
import type { StakingCall } from '../../../wallet/stacks/bitcoin-staking/staking-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Screen } from '../../parts/screen.tsx'
import { WalletWindow } from '../../parts/wallet-window.tsx'
import { isGrave } from './blocker-text.ts'
import { StakingBlockers } from './staking-blockers.tsx'

/** What every form of Bitcoin Staking is given. */
export interface StakingFormProps {
  state: StakingState
  account: FollowedAccount
  commands: StakingCommands
  env: Environment
  now: number
  onBack: () => void
}

interface SignedCallProps extends StakingFormProps {
  title: string
  /** Null: what was entered is not complete. */
  call: StakingCall | null
  /** What is known for this call only. */
  context?: StakingCallContext
  /** What it does, from when it counts, how it is undone, and what it moves. */
  effects: { does: ComponentChildren; counts: string; undo: string; moves: string } | null
  /** What the wallet's window shows of it. */
  shown: { contract: string; functionName: string; moves: string } | null
  submit?: string
  /** Something else on the screen is what most people came for. */
  isSecond?: boolean
  children?: ComponentChildren
}

/** A call before it is signed: its fields, what it does, and what stands against it. */
export function SignedStakingCall({
  state,
  account,
  commands,
  env,
  now,
  onBack,
  title,
  call,
  context = {},
  effects,
  shown,
  submit,
  isSecond = false,
  children,
}: SignedCallProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const [agreed, setAgreed] = useState(false)
  const blockers = call ? checkStakingCall(state, call, context) : []
  const isStopped =
    call === null ||
    blockers.some(({ kind }) => kind === 'refused') ||
    (!agreed && blockers.some(isGrave))
  const send = (event: Event) => {
    event.preventDefault()
    if (call && !isStopped)
      run(
        () =>
          commands.sign(
            call,
            blockers.map(({ code }) => code),
          ),
        onBack,
      )
  }
  return (
    <Screen title={title} onBack={onBack}>
      <form onSubmit={send} noValidate>
        {children}
        {effects && (
          <dl class="effects">
            <dt>{t('staking.effects.does')}</dt>
            <dd>{effects.does}</dd>
            <dt>{t('staking.effects.counts')}</dt>
            <dd>{effects.counts}</dd>
            <dt>{t('staking.effects.undo')}</dt>
            <dd>{effects.undo}</dd>
            <dt>{t('staking.effects.moves')}</dt>
            <dd>{effects.moves}</dd>
            <dt>{t('staking.effects.costs')}</dt>
            <dd>{t('effects.fee')}</dd>
          </dl>
        )}
        {call && shown && (
          <WalletWindow
            account={account.address}
            network={env.network}
            contract={shown.contract}
            functionName={shown.functionName}
            host={env.walletHost}
            moves={shown.moves}
            ledger={account.ledger ?? false}
          />
        )}
        {call && (
          <StakingBlockers
            of={blockers}
            network={env.network}
            burnHeight={state.programme?.burnHeight ?? 0n}
            now={now}
            agreed={agreed}
            onAgree={setAgreed}
          />
        )}
        <p class="error" role="alert">
          {refusal ?? ''}
        </p>
        <div class="form-actions">
          <Button kind={isSecond ? 'plain' : 'primary'} type="submit" disabled={busy || isStopped}>
            {submit ?? t('staking.form.submit')}
          </Button>
          <Button onClick={onBack}>{t('nav.cancel')}</Button>
        </div>
      </form>
    </Screen>
  )
}

import { useState } from 'preact/hooks'
import { checkStakingCall } from '../../../app/bitcoin-staking/check-staking-call.ts'
import type { Claimable } from '../../../app/bitcoin-staking/claimables.ts'
import { familiarManagers } from '../../../app/bitcoin-staking/familiar-managers.ts'
import type { SigningBlocker } from '../../../protocol/bitcoin-staking/blockers/signing-blocker.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { isGrave } from './blocker-text.ts'
import type { StakingFormProps } from './signed-staking-call.tsx'
import { StakingBlockers } from './staking-blockers.tsx'

/**
 * Asks for all claims that can be made, one after another, once what is unusual is agreed to. It
 * stays until its command is answered: the first claim is under way before that.
 */
export function ClaimAll({
  state,
  account,
  commands,
  env,
  now,
  onBack,
  intents,
  rows,
  isOffered,
}: StakingFormProps & {
  intents: readonly StacksIntent[]
  /** What can be claimed, in the order in which it is asked for. */
  rows: readonly Claimable[]
  /** Whether there are several to ask for, and none are being asked for. */
  isOffered: boolean
}) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const [agreed, setAgreed] = useState(false)
  if (!isOffered && !busy) return null
  const familiar = familiarManagers(intents, account.address)
  const consents = new Map<string, SigningBlocker>()
  for (const { cycle, bond, manager } of rows)
    for (const each of checkStakingCall(state, { kind: 'claim', cycle, bond }, { familiar }))
      consents.set(`${each.code} ${manager}`, each)
  const told = [...consents.values()]
  const sum = rows.reduce((sats, { netSats, grossSats }) => sats + (netSats ?? grossSats), 0n)
  const legs = rows.map(({ cycle, bond, manager }) => ({ cycle, bond, manager }))
  return (
    <>
      <StakingBlockers
        of={told}
        network={env.network}
        burnHeight={state.programme?.burnHeight ?? 0n}
        now={now}
        agreed={agreed}
        onAgree={setAgreed}
      />
      <div class="form-actions">
        <Button
          kind="primary"
          disabled={busy || (!agreed && told.some(isGrave))}
          onClick={() => run(() => commands.claimAll(legs), onBack)}
        >
          {t('staking.claim.everything', { claims: f.integer(rows.length), sats: f.sats(sum) })}
        </Button>
      </div>
      <p class="hint">{t('staking.claim.everything.how')}</p>
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
    </>
  )
}

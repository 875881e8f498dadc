import { useEffect, useState } from 'preact/hooks'
import { checkStakingCall } from '../../../app/bitcoin-staking/check-staking-call.ts'
import {
  claimablesOf,
  type Claimable,
  type Claimables,
} from '../../../app/bitcoin-staking/claimables.ts'
import { familiarManagers } from '../../../app/bitcoin-staking/familiar-managers.ts'
import { managerReadingOf } from '../../../app/bitcoin-staking/staking-question.ts'
import type { SigningBlocker } from '../../../protocol/bitcoin-staking/blockers/signing-blocker.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Callout } from '../../parts/callout.tsx'
import { Screen } from '../../parts/screen.tsx'
import { blockerText } from './blocker-text.ts'
import { ClaimAll } from './claim-all.tsx'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'

const isRefusal = ({ kind }: SigningBlocker): boolean => kind === 'refused'

/** One claim after another, the oldest cycle first; those that would fail are left out. */
export function ClaimForm(props: StakingFormProps & { intents: readonly StacksIntent[] }) {
  const { state, account, commands, env, now, onBack, intents } = props
  const words = useWords()
  const { t, f } = words
  const claims: Claimables | null = claimablesOf(state.holder)
  const rows = (claims?.rows ?? []).filter(({ grossSats }) => grossSats > 0n).toReversed()
  const managers = [...new Set(rows.map(({ manager }) => manager))]
  useEffect(() => {
    for (const manager of managers)
      if (managerReadingOf(state, manager) === null) void commands.readManager(manager)
  }, [managers.join(' ')])
  const burnHeight = state.programme?.burnHeight ?? 0n
  const callOf = ({ cycle, bond }: Claimable) => ({ kind: 'claim' as const, cycle, bond })
  const isUnderWay = ({ cycle, bond }: Claimable) =>
    intents.some(({ staking, state: reached }) => {
      const call = staking?.call
      return (
        call?.kind === 'claim' &&
        call.cycle === cycle &&
        call.bond === bond &&
        ['created', 'asking', 'submitted'].includes(reached)
      )
    })
  const context = { familiar: familiarManagers(intents, account.address) }
  const checked = rows.map((row) => ({
    row,
    blockers: checkStakingCall(state, callOf(row), context).filter(isRefusal),
    isUnderWay: isUnderWay(row),
  }))
  const open = checked.filter((each) => !each.isUnderWay && each.blockers.length === 0)
  const left = checked.filter((each) => !each.isUnderWay && each.blockers.length > 0)
  // One form, one claim: it stays what it was while its wallet is asked.
  const [chosen] = useState(open[0]?.row.cycle)
  const first = checked.find(({ row }) => row.cycle === chosen)
  const isQueued = state.claiming !== null && state.claiming.waiting.length > 0
  const list = (
    <>
      <p>{t('staking.claim.intro')}</p>
      <ul class="rows">
        {checked
          .filter(({ blockers }) => blockers.length === 0)
          .map(({ row, isUnderWay: waits }) => (
            <li key={row.cycle} class="row">
              <span>{t('staking.claims.cycle', { cycle: f.integer(row.cycle) })}</span>
              <span class="claim-sats">
                <b class="amber">{f.sats(row.netSats ?? row.grossSats)}</b>
                {waits && <small class="muted">{t('staking.claim.under-way')}</small>}
              </span>
            </li>
          ))}
      </ul>
      <ClaimAll
        {...props}
        rows={open.map(({ row }) => row)}
        isOffered={open.length > 1 && !isQueued}
      />
      {left.length > 0 && (
        <>
          <p class="label">{t('staking.claim.left')}</p>
          <ul class="notes">
            {left.map(({ row, blockers }) => (
              <li key={row.cycle}>
                {t('staking.claims.cycle', { cycle: f.integer(row.cycle) })}:{' '}
                {blockerText(words, blockers[0]!, { network: env.network, burnHeight, now })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
  if (!first)
    return (
      <Screen title={t('staking.claim.title')} onBack={onBack}>
        {list}
        <Callout tone="info">{t('staking.claim.all')}</Callout>
      </Screen>
    )
  const sats = f.sats(first.row.netSats ?? first.row.grossSats)
  const cycle = f.integer(first.row.cycle)
  return (
    <SignedStakingCall
      {...props}
      title={t('staking.claim.title')}
      call={callOf(first.row)}
      context={context}
      isSecond={open.length > 1 && !isQueued}
      submit={t('staking.claim.next', { sats, cycle })}
      effects={{
        does: t('staking.does.claim', { sats, cycle }),
        counts: t('staking.counts.now'),
        undo: t('staking.undo.never'),
        moves: t('staking.moves.claim', { sats }),
      }}
      shown={{
        contract: first.row.manager,
        functionName: 'claim-staker-rewards',
        moves: t('staking.window.sats', { sats }),
      }}
    >
      {list}
    </SignedStakingCall>
  )
}

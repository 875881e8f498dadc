import type { ClaimLeg } from '../../../app/bitcoin-staking/claim-queue.ts'
import { stepOfPlan } from '../../../app/bitcoin-staking/step-of-plan.ts'
import type { CommandResult } from '../../../app/command-result.ts'
import type { PlannedStep } from '../../../protocol/bitcoin-staking/planner/planned-step.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { StakingTable } from './staking-table.tsx'
import { obstacleText } from './step-text.ts'

interface BatchClaimsProps {
  /** Claims of holders, in the order in which they are made. */
  steps: readonly PlannedStep[]
  burnHeight: bigint
  /** What the last such claim cost, microSTX; null is unknown. */
  feeMicroStx: bigint | null
  /** Holders that could not be read, and how many were not looked at. */
  unread: readonly { what: string }[]
  left: number
  pending: boolean
  /** Null: no wallet account to sign with. */
  onClaim: ((legs: ClaimLeg[]) => Promise<CommandResult>) | null
}

/** Claims that are asked for at once: more would not be followed by anyone. */
const MOST_CLAIMS = 200

/** What holders can be paid: those that would fail are left out, with the reason. */
export function BatchClaims(props: BatchClaimsProps) {
  const { steps, burnHeight, feeMicroStx, unread, left, pending, onClaim } = props
  const words = useWords()
  const { t, f } = words
  const { busy, refusal, run } = useCommand()
  const ready = steps.filter(({ obstacle, sats }) => obstacle === undefined && sats !== null)
  const now = ready.slice(0, MOST_CLAIMS)
  const sats = now.reduce((sum, step) => sum + (step.sats ?? 0n), 0n)
  return (
    <Card
      title={t('console.staking.batch')}
      aside={t('console.staking.batch.leftOut', { count: steps.length - ready.length })}
    >
      {steps.length === 0 ? (
        <p class="muted">{t('console.staking.batch.none')}</p>
      ) : (
        <StakingTable
          label={t('console.staking.batch')}
          head={[
            t('console.staking.batch.holder'),
            t('console.staking.batch.of'),
            t('console.staking.step.sats'),
            t('console.staking.step.why'),
          ]}
        >
          {steps.map((step) => (
            <ClaimRow key={keyOf(step)} step={step} burnHeight={burnHeight} />
          ))}
        </StakingTable>
      )}
      {unread.length > 0 && (
        <p class="note">
          {t('console.staking.batch.unread', { names: unread.map(({ what }) => what).join(', ') })}
        </p>
      )}
      {left > 0 && <p class="note">{t('console.staking.batch.stopped', { count: left })}</p>}
      {ready.length > now.length && (
        <p class="note">{t('console.staking.batch.most', { count: MOST_CLAIMS })}</p>
      )}
      {now.length > 0 && (
        <>
          <p class="muted">
            {feeMicroStx === null
              ? t('console.staking.batch.feeUnknown')
              : t('console.staking.batch.fee', { stx: f.stx(feeMicroStx) })}{' '}
            {t('console.staking.batch.how')}
          </p>
          {onClaim ? (
            <div class="form-actions">
              <Button
                kind="primary"
                disabled={busy || pending}
                onClick={() => run(() => onClaim(now.map(legOf)))}
              >
                {t('console.staking.batch.claim', {
                  claims: f.integer(now.length),
                  sats: f.sats(sats),
                })}
              </Button>
            </div>
          ) : (
            <p class="muted">{t('console.noAccount')}</p>
          )}
        </>
      )}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </Card>
  )
}

const keyOf = (step: PlannedStep): string => [holderOf(step), step.cycle, step.bond].join(' ')
const holderOf = ({ sender, args }: PlannedStep): string => sender ?? (args[0] as string)

function legOf(planned: PlannedStep): ClaimLeg {
  const step = stepOfPlan(planned)
  const { cycle, bond, contract: manager, sats } = planned
  const staker = 'staker' in step ? step.staker : undefined
  return { cycle, bond, manager, staker, sats: sats ?? 0n }
}

function ClaimRow({ step, burnHeight }: { step: PlannedStep; burnHeight: bigint }) {
  const words = useWords()
  const { t, f } = words
  const { cycle, bond, sats, obstacle } = step
  return (
    <tr>
      <td title={holderOf(step)} class="mono">
        {shortAddress(holderOf(step))}
      </td>
      <td title={step.contract}>
        {bond === null
          ? t('staking.claims.cycle', { cycle: f.integer(cycle) })
          : t('staking.claims.bond', { cycle: f.integer(cycle), bond: f.integer(bond) })}
      </td>
      <td>{sats === null ? '—' : f.sats(sats)}</td>
      <td class={obstacle ? 'long' : 'good'}>
        {obstacle ? obstacleText(words, obstacle, burnHeight) : t('console.staking.step.ready')}
      </td>
    </tr>
  )
}

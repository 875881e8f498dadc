import type { PaidCycle } from '../../../app/bitcoin-staking/rewards/staking-rewards.ts'
import type { CommandResult } from '../../../app/command-result.ts'
import type { Environment } from '../../../app/environment.ts'
import type {
  PaidClaim,
  PayoutOfKept,
} from '../../../chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import { useWords } from '../../hooks/use-words.ts'
import { ExpandableRow } from '../../parts/expandable-row.tsx'
import { ExternalLink } from '../../parts/external-link.tsx'
import { KnownValue } from '../../parts/known-value.tsx'
import { ManagerName } from '../manager-name.tsx'
import { LegAuditResult } from './leg-audit-result.tsx'
import { RejectedPayout } from './rejected-payout.tsx'

interface PaidCycleRowProps {
  paid: PaidCycle
  env: Environment
  now: number
  onVerify?: ((cycle: bigint) => Promise<CommandResult>) | undefined
  onReclaim?: ((manager: string, request: bigint) => Promise<CommandResult>) | undefined
}

/** What was paid of one cycle; each payment, and whether it is right, is one click away. */
export function PaidCycleRow({ paid, env, now, onVerify, onReclaim }: PaidCycleRowProps) {
  const { t, f } = useWords()
  const { cycle, bond, netSats, claims, audit } = paid
  const at = claims[0]?.blockTime
  const name =
    bond === null
      ? t('staking.rewards.cycle', { cycle: f.integer(cycle) })
      : t('staking.rewards.bond', { cycle: f.integer(cycle), bond: f.integer(bond) })
  return (
    <ExpandableRow
      label={
        <>
          {name}
          {at?.known && ` · ${f.day(at.value * 1000, now)}`}
        </>
      }
      value={
        <>
          {audit?.result === 'exact' && <span class="pill good">{t('rewards.verified')}</span>}{' '}
          <b class="amber">{f.sats(netSats)}</b>
        </>
      }
    >
      <div class="stack">
        {claims.map((claim) => (
          <ClaimDetails key={claim.key} claim={claim} env={env} onReclaim={onReclaim} />
        ))}
        <LegAuditResult paid={paid} onVerify={onVerify} />
      </div>
    </ExpandableRow>
  )
}

function ClaimDetails({
  claim,
  env,
  onReclaim,
}: { claim: PaidClaim } & Pick<PaidCycleRowProps, 'env' | 'onReclaim'>) {
  const { t, f } = useWords()
  const { grossSats, netSats, payout, manager, burnHeight, txid } = claim
  const url = env.transactionUrl(txid)
  const state = payout.kind === 'bitcoin' ? payout.state : payout.kind
  const by = payout.kind === 'banked' ? undefined : payout.by
  return (
    <dl class="details">
      <dt>{t('staking.rewards.gross')}</dt>
      <dd>{f.sats(grossSats)}</dd>
      <dt>{t('staking.rewards.fee')}</dt>
      <dd>{f.sats(grossSats - netSats)}</dd>
      <dt>{t('staking.rewards.net')}</dt>
      <dd>{f.sats(netSats)}</dd>
      <dt>{t('staking.rewards.paid')}</dt>
      <dd>
        {t(`staking.rewards.paid.${state}`)}
        {by && <LaterPayout by={by} env={env} />}
        {payout.kind === 'bitcoin' && payout.state === 'rejected' && payout.request !== null && (
          <RejectedPayout
            manager={manager}
            request={payout.request}
            sats={payout.sats}
            onReclaim={onReclaim}
          />
        )}
      </dd>
      <dt>{t('staking.position.manager')}</dt>
      <dd>
        <ManagerName manager={manager} />
      </dd>
      <dt>{t('rewards.height')}</dt>
      <dd>
        <KnownValue of={burnHeight}>{(height) => f.integer(height)}</KnownValue>
      </dd>
      <dt>{t('rewards.transaction')}</dt>
      <dd class="mono wrap">{url ? <ExternalLink href={url}>{txid}</ExternalLink> : txid}</dd>
    </dl>
  )
}

/** The transaction that paid what the manager had kept, and what it was the sum of. */
function LaterPayout({ by, env }: { by: PayoutOfKept } & Pick<PaidCycleRowProps, 'env'>) {
  const { t, f } = useWords()
  const url = env.transactionUrl(by.txid)
  return (
    <p>
      {t('staking.rewards.later', { sats: f.sats(by.sats), count: by.claims })}{' '}
      {url ? (
        <ExternalLink href={url}>{t('rewards.transaction')}</ExternalLink>
      ) : (
        <span class="mono wrap">{by.txid}</span>
      )}
    </p>
  )
}

import type { Commands } from '../../../app/commands.ts'
import { cycleCalendar } from '../../../app/dual-stacking/cycle-calendar.ts'
import type { CycleRecord } from '../../../app/dual-stacking/cycle-record.ts'
import { cycleVerdict, type CycleVerdict } from '../../../app/dual-stacking/cycle-verdict.ts'
import type { Verification } from '../../../app/dual-stacking/verification.ts'
import type { Environment } from '../../../app/environment.ts'
import type { NetworkReading, RewardPayment } from '../../../chain/stacks/readings.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { MS_PER_BLOCK } from '../../../words/format/time.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ExternalLink } from '../../parts/external-link.tsx'
import { FullAddress } from '../../parts/full-address.tsx'
import { KnownValue } from '../../parts/known-value.tsx'
import { Term } from '../../parts/term.tsx'
import { AuditResult, Verifying } from './audit-result.tsx'

interface CycleRecordCardProps {
  record: CycleRecord
  payments: readonly RewardPayment[]
  network: NetworkReading | null
  /** Whether the address is enrolled in the running cycle; null: not known. */
  counts: boolean | null
  /** The audit under way, of whichever cycle. */
  verification: Verification | null
  commands: Pick<Commands, 'verifyCycle' | 'stopVerifying'>
  env: Environment
  now: number
}

const pills: Record<CycleVerdict, 'good' | 'wait' | 'bad' | 'none'> = {
  paid: 'good',
  'paid-unseen': 'good',
  zero: 'none',
  coming: 'wait',
  late: 'bad',
  'not-captured-yet': 'wait',
  'not-in-it': 'none',
  missed: 'bad',
  unknown: 'none',
}

/** Why there is a reward for this cycle, why not, or why not yet, step by step. */
export function CycleRecordCard({
  record,
  payments,
  network,
  counts,
  verification,
  commands,
  env,
  now,
}: CycleRecordCardProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const verdict = cycleVerdict(record, payments, network, counts)
  const cycle =
    network?.cycle.known && network.cycle.value.id === record.cycle ? network.cycle.value : null
  const blocks = cycle && network ? cycleCalendar(cycle, network.burnHeight).toPayment : 0
  const { verifyCycle, stopVerifying } = commands
  const paid = payments.filter(({ cycle: of }) => of.known && of.value === record.cycle)
  const verifying =
    verification?.cycle === record.cycle &&
    verification.address === record.address &&
    verification.deployment === record.deployment
      ? verification
      : null
  const isOver =
    verdict === 'paid' || verdict === 'zero' || verdict === 'missed' || verdict === 'paid-unseen'
  const none =
    verdict === 'coming' || verdict === 'late' || verdict === 'not-captured-yet'
      ? t('record.notYet')
      : t('record.none')
  // Without a snapshot there is no mean yet: it is not 0.
  const uncaptured = record.captured.known && record.captured.value === 0
  return (
    <Card
      title={t('cycle.title', { cycle: f.integer(record.cycle) })}
      aside={<span class={`pill ${pills[verdict]}`}>{t(`record.pill.${verdict}`)}</span>}
    >
      <p class="muted">{sentence()}</p>
      {verdict !== 'not-in-it' && (
        <dl class="facts">
          <div>
            <dt>
              <Term of="snapshot">{t('record.captured')}</Term>
            </dt>
            <dd>
              <KnownValue of={record.captured}>
                {(captured) =>
                  t('record.capturedOf', {
                    captured: f.integer(captured),
                    snapshots: f.integer(record.snapshots),
                  })
                }
              </KnownValue>
            </dd>
          </div>
          <div>
            <dt>{t('record.sats')}</dt>
            <dd>
              <KnownValue of={record.sats}>
                {(sats) => (uncaptured ? none : f.sbtc(average(sats), 8))}
              </KnownValue>
            </dd>
          </div>
          <div>
            <dt>{t('record.microStx')}</dt>
            <dd>
              <KnownValue of={record.microStx}>
                {(microStx) => (uncaptured ? none : f.stx(average(microStx)))}
              </KnownValue>
            </dd>
          </div>
          <div>
            <dt>{t('record.weight')}</dt>
            <dd>
              <KnownValue of={record.weight}>
                {(weight) => (weight === null ? none : f.decimal(weight, 8, 4))}
              </KnownValue>
            </dd>
          </div>
          <div>
            <dt>{t('record.reward')}</dt>
            <dd class="amber">
              <KnownValue of={record.rewardSats}>
                {(sats) => (sats === null ? none : f.sats(sats))}
              </KnownValue>
            </dd>
          </div>
          {paid.map(({ key, rewardAddress, txid }) => (
            <Paid key={key} address={rewardAddress} txid={txid} url={env.transactionUrl(txid)} />
          ))}
        </dl>
      )}
      {verifying ? (
        <Verifying verification={verifying} onStop={stopVerifying} />
      ) : (
        record.audit && <AuditResult audit={record.audit} />
      )}
      {verifyCycle && !verifying && !record.audit && isOver && (
        <Button
          disabled={busy || verification !== null}
          onClick={() => run(() => verifyCycle(record.cycle, record.deployment))}
        >
          {t('record.verify')}
        </Button>
      )}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </Card>
  )

  function sentence(): string {
    if (verdict === 'coming' && blocks > 0)
      return t('record.comingBy', { day: f.day(now + blocks * MS_PER_BLOCK, now) })
    return t(verdict === 'not-captured-yet' && counts ? 'record.enrolled-yet' : `record.${verdict}`)
  }

  function average(sum: bigint): bigint {
    return record.captured.known && record.captured.value > 0
      ? sum / BigInt(record.captured.value)
      : sum
  }
}

/** Where a payment went, and in which transaction. */
function Paid({ address, txid, url }: { address: string; txid: string; url: string | null }) {
  const { t } = useWords()
  return (
    <>
      <div>
        <dt>{t('rewards.paidTo')}</dt>
        <dd>
          <FullAddress address={address} />
        </dd>
      </div>
      <div>
        <dt>{t('rewards.transaction')}</dt>
        <dd class="mono wrap">
          {url ? <ExternalLink href={url}>{shortAddress(txid)}</ExternalLink> : shortAddress(txid)}
        </dd>
      </div>
    </>
  )
}

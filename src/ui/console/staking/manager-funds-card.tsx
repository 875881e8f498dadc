import type { ComponentChildren } from 'preact'
import type { Known } from '../../../chain/known.ts'
import { leftOverSats } from '../../../chain/stacks/bitcoin-staking/operator/read-manager-funds.ts'
import type { OperatedManager } from '../../../chain/stacks/bitcoin-staking/operator/read-operated-manager.ts'
import { SIGNER_SET_MIN_MICRO_STX } from '../../../protocol/bitcoin-staking/constants.ts'
import type { Words } from '../../../words/create-words.ts'
import { managerLabel } from '../../bitcoin-staking/manager-label.ts'
import { feeText } from '../../bitcoin-staking/managers/fee-text.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { KnownValue } from '../../parts/known-value.tsx'

/** A signer manager for its operator: its fee, what it holds and owes, and its threshold. */
export function ManagerFundsCard({ of }: { of: OperatedManager }) {
  const words = useWords()
  const { t, f } = words
  const { manager, family, fee, takesStakes, funds, cycleMicroStx, nextMicroStx, isAdmin } = of
  const sats = (of: Known<bigint>) => <KnownValue of={of}>{(value) => f.sats(value)}</KnownValue>
  const size = (of: Known<bigint>) => (
    <KnownValue of={of}>
      {(stx) => (
        <>
          {f.stx(stx)} <small>{thresholdText(words, stx)}</small>
        </>
      )}
    </KnownValue>
  )
  return (
    <Card
      title={managerLabel(manager)}
      aside={isAdmin.known && t(`console.staking.manager.${isAdmin.value ? 'admin' : 'notAdmin'}`)}
    >
      <dl class="facts outlook">
        <Fact name={t('staking.form.fee')}>
          <KnownValue of={fee}>{(value) => feeText(words, value)}</KnownValue>
        </Fact>
        <Fact name={t('staking.managers.takes')}>
          <KnownValue of={takesStakes}>
            {(takes) => t(takes ? 'staking.form.yes' : 'staking.form.no')}
          </KnownValue>
        </Fact>
        <Fact name={t('console.staking.manager.thisCycle')}>{size(cycleMicroStx)}</Fact>
        <Fact name={t('console.staking.manager.nextCycle')}>{size(nextMicroStx)}</Fact>
        <Fact name={t('console.staking.manager.balance')}>{sats(funds.balanceSats)}</Fact>
        <Fact name={t('console.staking.manager.fees')}>{sats(funds.feesSats)}</Fact>
        <Fact name={t('console.staking.manager.unclaimed')}>{sats(funds.unclaimedSats)}</Fact>
        <Fact name={t('console.staking.manager.owed')}>{sats(funds.liabilitySats)}</Fact>
        {family === 'max500' && (
          <>
            <Fact name={t('console.staking.manager.banked')}>{sats(funds.bankedSats)}</Fact>
            <Fact name={t('console.staking.manager.refunds')}>{sats(funds.refundsSats)}</Fact>
          </>
        )}
        <Fact name={t('console.staking.manager.rest')}>{sats(leftOverSats(funds))}</Fact>
      </dl>
      <p class="legend">{manager}</p>
      {funds.feesSats.known && <p class="muted">{t('console.staking.manager.restIs')}</p>}
    </Card>
  )
}

/** How far the stakes are from what they need to earn, 50,000 STX. */
function thresholdText({ t, f }: Words, microStx: bigint): string {
  const margin = microStx - SIGNER_SET_MIN_MICRO_STX
  return margin < 0n
    ? t('console.staking.manager.below', { stx: f.stx(-margin, 'reach') })
    : t('console.staking.manager.above', { stx: f.stx(margin) })
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

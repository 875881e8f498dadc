import type { StakingDifference } from '../../../protocol/bitcoin-staking/audit/staking-audit.ts'
import type { Words } from '../../../words/create-words.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { managerLabel } from '../../bitcoin-staking/manager-label.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { StakingTable } from './staking-table.tsx'

/** Differences that are shown: what goes wrong once goes wrong for all. */
const MOST = 100

/** Every figure that is not what it should be, and whose it is. */
export function AuditDifferences({ of }: { of: readonly StakingDifference[] }) {
  const words = useWords()
  const { t, f } = words
  const title = t('audit.differences', { count: of.length })
  return (
    <Card title={title}>
      <StakingTable
        label={title}
        head={[
          t('console.staking.audit.figure'),
          t('console.staking.audit.whose'),
          t('console.staking.leg'),
          t('console.staking.audit.found'),
          t('console.staking.audit.expected'),
        ]}
      >
        {of.slice(0, MOST).map(({ figure, who, bond, txid, expected, found }, at) => (
          <tr key={at} title={txid}>
            <td>{figureName(words, figure)}</td>
            <td class="mono" title={who ?? undefined}>
              {who === null ? '—' : nameOf(who)}
            </td>
            <td>
              {bond === null
                ? t('console.staking.leg.stx')
                : t('console.staking.leg.bond', { bond: f.integer(bond) })}
            </td>
            <td>{f.integer(found)}</td>
            <td>{f.integer(expected)}</td>
          </tr>
        ))}
      </StakingTable>
      <p class="muted">{t('console.staking.audit.raw')}</p>
      {of.length > MOST && (
        <p class="note">{t('console.staking.audit.more', { count: of.length - MOST })}</p>
      )}
    </Card>
  )
}

const nameOf = (who: string): string => (who.includes('.') ? managerLabel(who) : shortAddress(who))

/** A figure's name, by the audit's own word where there is none. */
function figureName({ t, has }: Words, figure: string): string {
  const key = `console.staking.audit.figure.${figure}`
  return has(key) ? (t as (key: string) => string)(key) : figure
}

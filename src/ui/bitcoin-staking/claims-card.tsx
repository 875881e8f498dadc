import type { ComponentChildren } from 'preact'
import type { Claimable, Claimables } from '../../app/bitcoin-staking/claimables.ts'
import type { HeldPosition } from '../../app/bitcoin-staking/held-position.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { Term } from '../parts/term.tsx'
import { Unknown } from '../parts/unknown.tsx'

/** What can be claimed, cycle by cycle, and what is still to come of each. */
export function ClaimsCard({
  claims,
  held,
  action,
}: {
  claims: Claimables | null
  held: HeldPosition | null | undefined
  /** How one row is claimed; absent: it cannot be here. */
  action?: (row: Claimable) => ComponentChildren
}) {
  const { t, f } = useWords()
  if (claims === null) return null
  const { rows, isComplete, stopped } = claims
  return (
    <Card
      title={<Term of="claim">{t('staking.claims')}</Term>}
      aside={stopped !== null && <Unknown reason={stopped} />}
    >
      {rows.length === 0 && isComplete && (
        <p class="muted">
          {held?.state === 'pending' || held?.state === 'enrolled'
            ? t('staking.claims.none.pending', { cycle: f.integer(held.firstCycle) })
            : t('staking.claims.none')}
        </p>
      )}
      {rows.length > 0 && (
        <ul class="rows">
          {rows.map((row) => (
            <li key={`${row.cycle} ${row.bond}`} class="row">
              <span>{title(row)}</span>
              <span class="claim-sats">
                {row.grossSats > 0n && <b class="amber">{payable(row)}</b>}
                {row.waitingSats > 0n && (
                  <small class="muted">
                    {t('staking.claims.waits', { amount: f.sats(row.waitingSats, 'about') })}
                  </small>
                )}
                {action?.(row)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!isComplete && (
        <p class="note" role="status">
          {t(stopped === null ? 'staking.claims.more' : 'staking.claims.stopped')}
        </p>
      )}
      {rows.length > 0 && <p class="note">{t('staking.claims.kept')}</p>}
    </Card>
  )

  function title({ cycle, bond }: Claimable): string {
    return bond === null
      ? t('staking.claims.cycle', { cycle: f.integer(cycle) })
      : t('staking.claims.bond', { cycle: f.integer(cycle), bond: f.integer(bond) })
  }

  function payable({ netSats, grossSats }: Claimable): string {
    return netSats === null
      ? t('staking.claims.gross', { amount: f.sats(grossSats) })
      : f.sats(netSats)
  }
}

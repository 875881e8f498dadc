import type { ComponentChildren } from 'preact'
import { isOver, type HeldPosition } from '../../app/bitcoin-staking/held-position.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { SIGNER_SET_MIN_MICRO_STX } from '../../protocol/bitcoin-staking/constants.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'
import { Card } from '../parts/card.tsx'
import { Icon } from '../parts/icon.tsx'
import { KnownValue } from '../parts/known-value.tsx'
import { saveFile } from '../parts/save-file.ts'
import { Term } from '../parts/term.tsx'
import { ManagerName } from './manager-name.tsx'
import { shareOfBips, timeOfHeight } from './staking-times.ts'
import { unlockEvent } from './unlock-event.ts'

/** What an address has: how much, with whom, for how long, and how it is paid. */
export function PositionCard({
  held,
  holder,
  burnHeight,
  now,
}: {
  held: HeldPosition
  holder: NonNullable<StakingState['holder']>
  burnHeight: bigint
  now: number
}) {
  const { t, f } = useWords()
  const over = isOver(held)
  const unlockDate = f.dayAndTime(timeOfHeight(held.unlockHeight, burnHeight, now))
  const manager = holder.manager?.manager === held.manager ? holder.manager : null
  const { heldSats } = holder.position
  const isWaiting = held.kind === 'bond' && over && heldSats.known && heldSats.value > 0n
  return (
    <Card
      title={
        held.bond === null
          ? t('staking.position.stake')
          : t('staking.position.bond', { bond: f.integer(held.bond) })
      }
      aside={<span class={over ? 'pill none' : 'pill good'}>{stateText()}</span>}
    >
      <dl class="facts">
        {held.kind === 'bond' && (
          <Fact name={<Term of="bond">{t('staking.position.sats')}</Term>}>
            {f.sats(held.sats)} {held.isL1Lock && t('staking.position.l1')}
          </Fact>
        )}
        <Fact
          name={
            held.kind === 'bond' ? (
              <Term of="paired">{t('staking.position.paired')}</Term>
            ) : (
              t('staking.position.amount')
            )
          }
        >
          {f.stx(held.microStx)}
        </Fact>
        <Fact name={<Term of="manager">{t('staking.position.manager')}</Term>}>
          <ManagerName manager={held.manager} />
        </Fact>
        {manager && (
          <Fact name={<Term of="fee">{t('staking.position.fee')}</Term>}>
            <KnownValue of={manager.fee}>
              {({ bips, pending }) =>
                pending === null
                  ? f.percent(shareOfBips(bips))
                  : t('staking.position.fee.rises', {
                      fee: f.percent(shareOfBips(bips)),
                      later: f.percent(shareOfBips(pending.bips)),
                      cycle: f.integer(pending.fromCycle),
                    })
              }
            </KnownValue>
          </Fact>
        )}
        {manager && !over && (
          <Fact name={<Term of="payout">{t('staking.position.payout')}</Term>}>
            <KnownValue of={holder.payout}>
              {(payout) =>
                payout === null
                  ? t('staking.position.payout.sbtc')
                  : t('staking.position.payout.bitcoin', { fee: f.sats(payout.maxFeeSats) })
              }
            </KnownValue>
          </Fact>
        )}
        {!over && (
          <Fact name={<Term of="cycle">{t('staking.position.left')}</Term>}>
            {f.integer(held.cyclesLeft)}
          </Fact>
        )}
        <Fact
          name={
            <Term of="unlock">
              {t(over ? 'staking.position.unlocked' : 'staking.position.unlock')}
            </Term>
          }
        >
          {t('staking.position.unlock.value', {
            date: unlockDate,
            height: f.integer(held.unlockHeight),
          })}
        </Fact>
      </dl>
      {!over && (
        <button type="button" class="link" onClick={saveUnlockDate}>
          <Icon name="plus" />
          {t('staking.ics')}
        </button>
      )}
      {held.kind === 'stake' && !over && <p class="note">{t('staking.position.silent')}</p>}
      {held.kind === 'stake' && over && (
        <Callout tone="info">{t('staking.position.ended')}</Callout>
      )}
      {isWaiting && (
        <Callout tone="info">
          {t('staking.position.held', { sats: f.sats(heldSats.value) })}
        </Callout>
      )}
      {held.kind === 'stake' &&
        !over &&
        manager?.delegatedMicroStx.known &&
        manager.delegatedMicroStx.value < SIGNER_SET_MIN_MICRO_STX && (
          <Callout tone="bad">{t('staking.position.below')}</Callout>
        )}
    </Card>
  )

  function saveUnlockDate(): void {
    const at = timeOfHeight(held.unlockHeight, burnHeight, now)
    const title = t('staking.ics.title')
    const note = t('staking.position.unlock.value', {
      date: unlockDate,
      height: f.integer(held.unlockHeight),
    })
    saveFile('stx-unlock.ics', 'text/calendar', unlockEvent({ title, note, at, now }))
  }

  function stateText(): string {
    if (held.isLeaving && !over && held.state !== 'pending') return t('staking.state.leaving')
    return t(`staking.state.${held.state}`, { cycle: f.integer(held.firstCycle) })
  }
}

const Fact = ({ name, children }: { name: ComponentChildren; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

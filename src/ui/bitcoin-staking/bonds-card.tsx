import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { BondReading } from '../../chain/stacks/bitcoin-staking/read-bonds.ts'
import { bondEnd, bondStart } from '../../protocol/bitcoin-staking/cycle-clock.ts'
import { minimumMicroStx } from '../../protocol/bitcoin-staking/math/bond.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { KnownValue } from '../parts/known-value.tsx'
import { shareOfBips, timeOfHeight } from './staking-times.ts'

const ONE_SBTC = 100_000_000n

interface BondsProps {
  state: StakingState
  commands: Pick<StakingCommands, 'readBondOffer'>
  now: number
  /** Goes to the form of a bond; absent: nothing can be signed here. */
  onEnter?: ((bond: bigint) => void) | undefined
}

/** Bonds that have not started: their terms, and whether this address may enter. */
export function BondsCard({ state, ...rest }: BondsProps) {
  const { t } = useWords()
  const { programme } = state
  if (!programme?.bonds.known || !programme.cycle.known) return null
  const { id } = programme.cycle.value
  const open = programme.bonds.value.filter(({ firstCycle }) => firstCycle > id)
  if (open.length === 0) return null
  return (
    <Card title={t('staking.bonds')}>
      <p class="muted">{t('staking.bonds.what')}</p>
      {open.map((bond) => (
        <Bond key={bond.index} bond={bond} state={state} {...rest} />
      ))}
    </Card>
  )
}

function Bond({ bond, state, commands, now, onEnter }: BondsProps & { bond: BondReading }) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const { programme, offers } = state
  if (!programme?.clock.known) return null
  const clock = programme.clock.value
  const { index, targetRate } = bond
  const day = (height: bigint) => f.day(timeOfHeight(height, programme.burnHeight, now), now)
  const offer = offers[`${index}`]
  const allowance = offer?.allowanceSats
  return (
    <>
      <dl class="facts outlook">
        <div>
          <dt>{t('staking.bonds.starts', { bond: f.integer(index) })}</dt>
          <dd>{day(bondStart(clock, index))}</dd>
        </div>
        <div>
          <dt>{t('staking.bonds.rate')}</dt>
          <dd>{f.percent(shareOfBips(targetRate))}</dd>
        </div>
        <div>
          <dt>{t('staking.bonds.paired')}</dt>
          <dd>{f.stx(minimumMicroStx(ONE_SBTC, bond), 'reach')}</dd>
        </div>
        <div>
          <dt>{t('staking.bonds.locked')}</dt>
          <dd>{day(bondEnd(clock, index))}</dd>
        </div>
        {offer && (
          <>
            <div>
              <dt>{t('staking.bonds.full')}</dt>
              <dd>
                <KnownValue of={offer.registeredSats}>{(sats) => f.sats(sats)}</KnownValue>
                <small>
                  <KnownValue of={offer.capacitySats}>
                    {(sats) => t('staking.bonds.capacity', { sats: f.sats(sats) })}
                  </KnownValue>
                </small>
              </dd>
            </div>
            <div>
              <dt>{t('staking.bonds.allowance')}</dt>
              <dd>
                <KnownValue of={offer.allowanceSats}>
                  {(sats) => (sats === null ? t('staking.bonds.uninvited') : f.sats(sats))}
                </KnownValue>
              </dd>
            </div>
          </>
        )}
      </dl>
      {refusal && <p class="error">{refusal}</p>}
      <div class="form-actions">
        {allowance?.known && allowance.value !== null && onEnter && (
          <Button kind="primary" onClick={() => onEnter(index)}>
            {t('staking.action.enter-bond')}
          </Button>
        )}
        {!allowance?.known && (
          <Button disabled={busy} onClick={() => run(() => commands.readBondOffer(index))}>
            {t('staking.bonds.ask')}
          </Button>
        )}
      </div>
    </>
  )
}

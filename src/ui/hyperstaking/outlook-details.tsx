import { useState } from 'preact/hooks'
import { duskAmount, duskBlocksToMs } from '../../app/hyperstaking/dusk-amount.ts'
import type { Prospect } from '../../chain/dusk/prospect.ts'
import type { PoolAssumption } from '../../protocol/hyperstaking/projection/assumptions.ts'
import type { DepositProjection } from '../../protocol/hyperstaking/projection/project.ts'
import type { SlashCost } from '../../protocol/hyperstaking/projection/slash-cost.ts'
import type { Words } from '../../words/create-words.ts'
import { useWords } from '../hooks/use-words.ts'
import { Term } from '../parts/term.tsx'

interface OutlookDetailsProps {
  result: DepositProjection
  prospect: Prospect
  planned: boolean
}

/**
 * The reasons behind an outlook: the cost of fees, locks and waiting, what the other way of staking
 * would earn, what faults would cost, and the assumptions.
 */
export function OutlookDetails(props: OutlookDetailsProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('hyper.why')}</summary>
      {open && <OutlookReasons {...props} />}
    </details>
  )
}

/** The reasons, opened. */
export function OutlookReasons({ result, prospect, planned }: OutlookDetailsProps) {
  const words = useWords()
  const { t, f } = words
  const about = (lux: bigint) => duskAmount(f, lux, 'about')
  const other = prospect.routing === 'rotation' ? result.topUp : result.rotation
  const { maturity, depositFee, lockDrag, referralIncome, slashes } = result
  return (
    <>
      <dl class="facts">
        {planned && depositFee > 0n && (
          <div>
            <dt>{t('hyper.why.depositFee')}</dt>
            <dd>{about(depositFee)}</dd>
          </div>
        )}
        {planned && maturity !== 0n && (
          <div>
            <dt>
              <Term of="maturing">{t('hyper.effect.maturity')}</Term>
            </dt>
            <dd>
              {maturity === null
                ? t('hyper.effect.maturity.waits')
                : t('hyper.effect.maturity.value', {
                    blocks: t('blocks', { count: Number(maturity) }),
                    time: f.duration(duskBlocksToMs(maturity)),
                  })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('hyper.why.lock')}</dt>
          <dd>{about(lockDrag)}</dd>
        </div>
        <div>
          <dt>{t(prospect.routing === 'rotation' ? 'hyper.why.topUp' : 'hyper.why.rotation')}</dt>
          <dd>{about(other.reward)}</dd>
        </div>
        {referralIncome && (
          <div>
            <dt>{t('hyper.why.referral')}</dt>
            <dd>{about(referralIncome.mean)}</dd>
          </div>
        )}
      </dl>
      {slashes.length > 0 && (
        <>
          <h3>
            <Term of="faults">{t('hyper.why.slash')}</Term>
          </h3>
          <ul class="plain">
            {slashes.map((cost) => (
              <li key={`${cost.kind} ${cost.fault}`}>{slashText(words, cost)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('hyper.why.assumed')}</h3>
      <ul class="plain">
        {result.assumptions.map((assumption) => (
          <li key={assumption.code}>{assumptionText(words, assumption)}</li>
        ))}
      </ul>
    </>
  )
}

function slashText(
  { t, f }: Words,
  { kind, fault, locked, suspended, ownBurned, ownMissed }: SlashCost,
): string {
  const name = t(`hyper.slash.${kind}`, { fault: f.integer(fault) })
  if (kind === 'hard')
    return t('hyper.slash.burned', {
      fault: name,
      burned: duskAmount(f, ownBurned, 'about'),
      missed: duskAmount(f, ownMissed, 'about'),
    })
  if (suspended === null) return t('hyper.slash.warned', { fault: name })
  return t('hyper.slash.locked', {
    fault: name,
    locked: duskAmount(f, locked, 'about'),
    missed: duskAmount(f, ownMissed, 'about'),
    time: f.duration(duskBlocksToMs(suspended)),
  })
}

const assumptionText = ({ t, f }: Words, { code, value }: PoolAssumption): string =>
  t(`hyper.assume.${code}`, { value: value === null ? '' : assumptionValue(f, code, value) })

const assumptionValue = (f: Words['f'], code: PoolAssumption['code'], value: bigint): string =>
  code === 'others-active' || code === 'minimum-stake'
    ? duskAmount(f, value, 'about')
    : f.integer(value)

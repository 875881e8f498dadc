import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskPlan } from '../../app/hyperstaking/dusk-plan.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'
import { SignedPoolCall } from './signed-pool-call.tsx'

/** What a call would do according to its preflight, shown before the wallet opens. */
export function CallPlan({
  plan,
  signer,
  minimum = null,
}: {
  plan: DuskPlan
  /** The account that has to sign. */
  signer: string
  /** The pool's minimum deposit, LUX; null: not known. */
  minimum?: bigint | null
}) {
  const { t, f } = useWords()
  const { outcome, gasEstimate, gasAtMost, action } = plan
  const most = duskAmount(f, gasAtMost, 'about')
  if (plan.verdict === 'fails')
    return (
      <Callout tone="bad">
        {plan.problems.map((code) => (
          <p key={code}>
            {t(`hyper.problem.${code}`)}{' '}
            {code === 'below-minimum-deposit' &&
              minimum !== null &&
              t('hyper.minimum', { amount: duskAmount(f, minimum) })}
          </p>
        ))}
      </Callout>
    )
  return (
    <>
      <dl class="effects">
        {action === 'deposit' ? (
          <>
            <dt>{t('hyper.effect.deposit')}</dt>
            <dd>{t('hyper.effect.deposit.value', { amount: duskAmount(f, plan.lux) })}</dd>
          </>
        ) : (
          <>
            <dt>{t('hyper.effect.withdraw')}</dt>
            <dd>{duskAmount(f, outcome.known ? outcome.value.amount : plan.lux)}</dd>
          </>
        )}
        {outcome.known && outcome.value.fee !== null && outcome.value.fee > 0n && (
          <>
            <dt>
              {t(outcome.value.feePublished ? 'hyper.effect.fee.published' : 'hyper.effect.fee')}
            </dt>
            <dd>{duskAmount(f, outcome.value.fee)}</dd>
          </>
        )}
        <dt>{t('hyper.gas')}</dt>
        <dd>
          {gasEstimate.known
            ? t('hyper.gas.value', { estimate: duskAmount(f, gasEstimate.value, 'about'), most })
            : t('hyper.gas.most', { most })}
        </dd>
      </dl>
      {plan.signs && <SignedPoolCall signer={signer} signs={plan.signs} />}
      {plan.doubts.length > 0 && (
        <Callout tone="info">
          {plan.doubts.map((code) => (
            <p key={code}>{t(`hyper.problem.${code}`)}</p>
          ))}
        </Callout>
      )}
      <p class="note">
        {t(verdictKey(plan))} {plan.tried && t('hyper.passes.tried')}
      </p>
    </>
  )
}

function verdictKey({ verdict, exact }: DuskPlan) {
  if (verdict === 'unknown') return 'hyper.verdict.unknown'
  return exact ? 'hyper.passes.exact' : 'hyper.passes.known'
}

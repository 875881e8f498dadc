import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskPlan } from '../../app/hyperstaking/dusk-plan.ts'
import { useWords } from '../hooks/use-words.ts'
import { FullAddress } from '../parts/full-address.tsx'

/** Who has to sign, and what a wallet would sign, as its bytes say: contract, function, amounts. */
export function SignedPoolCall({
  signer,
  signs,
}: {
  signer: string
  signs: NonNullable<DuskPlan['signs']>
}) {
  const { t, f } = useWords()
  const { contract, method, deposit, lux, shares, account } = signs
  return (
    <section>
      <p class="label">{t('hyper.signs')}</p>
      <dl class="effects">
        <dt>{t('window.account')}</dt>
        <dd>
          <FullAddress address={signer} />
        </dd>
        <dt>{t('hyper.signs.contract')}</dt>
        <dd>
          <FullAddress address={contract} />
        </dd>
        <dt>{t('hyper.signs.method')}</dt>
        <dd>
          <code>{method}</code>
        </dd>
        <dt>{t('hyper.signs.deposit')}</dt>
        <dd>{duskAmount(f, deposit)}</dd>
        {lux !== null && (
          <>
            <dt>{t('hyper.signs.lux')}</dt>
            <dd>{duskAmount(f, lux)}</dd>
          </>
        )}
        {shares !== null && (
          <>
            <dt>{t('hyper.signs.shares')}</dt>
            <dd>{f.decimal(shares, 9)}</dd>
          </>
        )}
        {account !== null && (
          <>
            <dt>{t('hyper.signs.account')}</dt>
            <dd>
              <FullAddress address={account} />
            </dd>
          </>
        )}
        <dt>{t('window.from')}</dt>
        <dd>{t('window.from.page')}</dd>
      </dl>
      <p class="note">{t('window.other')}</p>
    </section>
  )
}

import { Fragment } from 'preact'
import type { Environment } from '../../../app/environment.ts'
import { burnAddresses } from '../../../chain/stacks/programme/admin-kind.ts'
import { useWords } from '../../hooks/use-words.ts'
import { FullAddress } from '../../parts/full-address.tsx'

const kinds = ['account', 'contract', 'nobody'] as const

/** To whom the role of a contract's admin can go, and what each means. */
export function AdminChoices({ network }: Pick<Environment, 'network'>) {
  const { t } = useWords()
  return (
    <dl class="effects">
      {kinds.map((kind) => (
        <Fragment key={kind}>
          <dt>{t(`programme.admin.${kind}`)}</dt>
          <dd>
            {t(`admin.role.${kind}`)}
            {kind === 'nobody' && (
              <>
                {' '}
                {t('admin.role.burn')} <FullAddress address={burnAddresses[network]} copy />
              </>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { adminKindOf } from '../../../chain/stacks/programme/admin-kind.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Callout } from '../../parts/callout.tsx'

/** What is known of a contract and its admin. */
export interface AdminRole {
  contract: string
  /** Who is the admin; null: unknown. */
  admin: string | null
  /** The first cycle has started; null: unknown. */
  isStarted: boolean | null
  /** Whether a contract is on the chain. */
  askExists: (contract: string) => Promise<boolean>
}

interface AdminHandoverProps extends AdminRole {
  /** Who would be the admin. */
  address: string
}

/** What becomes of the admin's role with the address that was entered. */
export function AdminHandover({
  address,
  contract,
  admin,
  isStarted,
  askExists,
}: AdminHandoverProps) {
  const { t } = useWords()
  const kind = adminKindOf(address, contract)
  const [exists, setExists] = useState<boolean | null>(null)
  useEffect(() => {
    if (kind !== 'contract') return
    let wanted = true
    void askExists(address).then(
      (answer) => wanted && setExists(answer),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [address])
  if (address === admin) return <Callout tone="info">{t('admin.role.same')}</Callout>
  return (
    <>
      <Callout tone={kind === 'nobody' ? 'bad' : 'warn'} title={t(`programme.admin.${kind}`)}>
        {t(`admin.role.${kind}`)}
      </Callout>
      {kind === 'contract' && exists !== true && (
        <Callout tone={exists === false ? 'bad' : 'info'}>
          {t(exists === false ? 'admin.role.missing' : 'admin.role.unchecked')}
        </Callout>
      )}
      {kind === 'nobody' && isStarted !== true && (
        <Callout tone="bad">{t('admin.role.notStarted')}</Callout>
      )}
    </>
  )
}

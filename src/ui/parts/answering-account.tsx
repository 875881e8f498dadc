import { useWords } from '../hooks/use-words.ts'
import { FullAddress } from './full-address.tsx'

interface AnsweringAccountProps {
  /** The account that had to sign. */
  needed: string
  /** The account that a wallet answered with instead. */
  answered: string
  /** Whether it has signed; otherwise it was shown before anything was signed. */
  hasSigned: boolean
}

/** Both accounts of a request that another account has answered. */
export function AnsweringAccount({ needed, answered, hasSigned }: AnsweringAccountProps) {
  const { t } = useWords()
  return (
    <dl class="effects">
      <dt>{t('activity.needed')}</dt>
      <dd>
        <FullAddress address={needed} />
      </dd>
      <dt>{t(hasSigned ? 'activity.signed' : 'activity.answered')}</dt>
      <dd>
        <FullAddress address={answered} />
      </dd>
    </dl>
  )
}

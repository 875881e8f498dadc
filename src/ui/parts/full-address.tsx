import { useState } from 'preact/hooks'
import { addressGroups } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

/** A whole address in groups of four, as people compare them; copied as one word. */
export function FullAddress({ address, copy = false }: { address: string; copy?: boolean }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  return (
    <span class="full-address">
      <span class="groups">
        {addressGroups(address).map((group, i) => (
          <span key={i}>{group}</span>
        ))}
      </span>
      {copy && (
        <IconButton
          label={copied ? t('address.copied') : t('address.copy')}
          onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
        >
          <Icon name={copied ? 'check' : 'copy'} />
        </IconButton>
      )}
    </span>
  )
}

import { Fragment } from 'preact'
import { addressGroups } from '../../words/format/address.ts'
import { useCopy } from '../hooks/use-copy.ts'
import { useWords } from '../hooks/use-words.ts'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

/** A whole address in groups of four, as people compare them; copied as one word. */
export function FullAddress({ address, copy = false }: { address: string; copy?: boolean }) {
  return (
    <span class="full-address">
      <span class="groups">
        {addressGroups(address).map((group, i) => (
          <Fragment key={i}>
            <span>{group}</span>
            <wbr />
          </Fragment>
        ))}
      </span>
      {copy && <CopyAddress address={address} />}
    </span>
  )
}

function CopyAddress({ address }: { address: string }) {
  const { t } = useWords()
  const { copied, isRefused, copy } = useCopy()
  const icon = copied === address ? 'check' : 'copy'
  return (
    <>
      <IconButton
        label={t(copied === address ? 'address.copied' : 'address.copy')}
        onClick={() => void copy(address)}
      >
        <Icon name={isRefused ? 'alert' : icon} />
      </IconButton>
      <span class="note" role="status">
        {isRefused && t('address.notCopied')}
      </span>
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { AccountCard } from '../../ui/console/account-card.tsx'
import {
  ConsoleView,
  consoleSections,
  type ConsoleSection,
} from '../../ui/console/console-view.tsx'
import { SigningPlace } from '../../ui/console/signing-place.tsx'
import { useWords } from '../../ui/hooks/use-words.ts'
import { shortAddress } from '../../words/format/address.ts'
import { ME } from './fixtures.ts'

const accept = async () => ({ ok: true as const })

/** The console around a section, with an operator who signs. */
export function ConsoleFrame({
  section,
  children,
}: {
  section: ConsoleSection
  children: ComponentChildren
}) {
  const { t, f } = useWords()
  const isStaking = section.startsWith('staking')
  const cycle = t('cycle.title', { cycle: f.integer(7) })
  const counts = t('console.facts', { count: 2214, sbtc: f.sbtc(31_240_000_000n) })
  const facts = section === 'cycle' ? counts : `${cycle} · ${counts}`
  return (
    <ConsoleView
      sections={consoleSections}
      selected={section}
      onSelect={() => {}}
      title={section === 'cycle' ? cycle : null}
      accountName={shortAddress(ME)}
      account={
        <>
          <AccountCard
            accounts={[{ address: ME, label: null, kind: 'wallet', walletId: 'leather' }]}
            selected={ME}
            commands={{ connect: accept, select: accept }}
          />
          <SigningPlace host="sign.example" onAllow={() => {}} />
          <p class="muted">
            {t('console.heights', { burn: f.integer(925_000), stacks: f.integer(5_204_118) })}
          </p>
        </>
      }
      facts={isStaking ? '' : facts}
    >
      {children}
    </ConsoleView>
  )
}

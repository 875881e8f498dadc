import { useWords } from '../../hooks/use-words.ts'
import { Screen } from '../../parts/screen.tsx'
import { ManagersList, type ManagersListProps } from './managers-list.tsx'

export type ManagersViewProps = ManagersListProps & { onBack: () => void }

/** The screen of all signer managers of the program. */
export function ManagersView({ onBack, ...list }: ManagersViewProps) {
  const { t } = useWords()
  return (
    <Screen title={t('staking.managers')} onBack={onBack}>
      <ManagersList {...list} />
    </Screen>
  )
}

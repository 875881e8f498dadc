import { Fragment } from 'preact'
import type { ManagerRow } from '../../../app/bitcoin-staking/manager-rows.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ManagerName } from '../manager-name.tsx'
import { listManagerFacts } from './list-manager-facts.tsx'

/** Two managers side by side, fact by fact. */
export function CompareManagersCard({
  rows,
  state,
  now,
  onClear,
  onChoose,
  chooseText,
}: {
  rows: readonly [ManagerRow, ManagerRow]
  state: StakingState
  now: number
  onClear: () => void
  onChoose: ((manager: string) => void) | undefined
  chooseText: string
}) {
  const words = useWords()
  const { t } = words
  const [left, right] = rows.map((row) => listManagerFacts(words, row, { state, now })) as [
    ReturnType<typeof listManagerFacts>,
    ReturnType<typeof listManagerFacts>,
  ]
  return (
    <Card
      title={t('staking.managers.compare')}
      aside={
        <button type="button" class="link" onClick={onClear}>
          <Icon name="close" />
          {t('staking.managers.clear')}
        </button>
      }
    >
      <table class="side-by-side outlook">
        <thead>
          <tr>
            {rows.map(({ manager }) => (
              <th key={manager} scope="col">
                <ManagerName manager={manager} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {left.map(({ key, name, value }, i) => (
            <Fragment key={key}>
              <tr>
                <th scope="rowgroup" colSpan={2}>
                  {name}
                </th>
              </tr>
              <tr>
                <td>{value}</td>
                <td>{right[i]!.value}</td>
              </tr>
            </Fragment>
          ))}
          {onChoose && (
            <tr>
              {rows.map(({ manager, isOwn }) => (
                <td key={manager}>
                  {!isOwn && <Button onClick={() => onChoose(manager)}>{chooseText}</Button>}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </Card>
  )
}

import { useState } from 'preact/hooks'
import type { Signature } from '../../protocol/dual-stacking/contract/abi.ts'
import { useWords } from '../hooks/use-words.ts'
import { AdminCallForm, type AdminCalls } from './admin-call-form.tsx'
import { isAdminFunction } from './admin/admin-functions.ts'
import type { RowResult } from './argument-field.tsx'
import { FunctionList } from './function-list.tsx'

interface AdminViewProps extends AdminCalls {
  /** Admin functions that the contract actually has, by group. */
  groups: readonly {
    group: 'parameters' | 'people' | 'contract'
    functions: Readonly<Record<string, Signature>>
  }[]
  /** The contract's result for each row of the last batch, by function. */
  results: Readonly<Record<string, readonly RowResult[]>>
}

/** Every admin call of the contract. */
export function AdminView({ groups, results, ...calls }: AdminViewProps) {
  const { t } = useWords()
  const all: Record<string, Signature> = Object.assign(
    {},
    ...groups.map(({ functions }) => functions),
  )
  const [selected, setSelected] = useState(() => Object.keys(all)[0] ?? '')
  const signature = all[selected]
  return (
    <div class="split">
      <FunctionList
        groups={groups.map(({ group, functions }) => ({
          title: t(`admin.${group}`),
          names: Object.keys(functions),
        }))}
        selected={selected}
        onSelect={setSelected}
      />
      {signature && (
        <AdminCallForm
          key={selected}
          {...calls}
          functionName={selected}
          what={isAdminFunction(selected) ? t(`function.${selected}`) : undefined}
          signature={signature}
          results={results[selected] ?? null}
        />
      )}
    </div>
  )
}

import { useState } from 'preact/hooks'
import { readAddLink } from '../../app/dual-stacking/programme/add-link.ts'
import type {
  ProgrammeTarget,
  ReadProgramme,
} from '../../app/dual-stacking/programme/programme-target.ts'
import type { CustomProblem } from '../../chain/stacks/custom-deployment.ts'
import { ProgrammeCard } from '../dual-stacking/programme/programme-card.tsx'
import { useNow } from '../hooks/use-now.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'

/** The user's input for a contract of their own, as chain/stacks/custom-deployment takes it. */
export interface CustomDeploymentInput {
  label: string
  network: 'mainnet' | 'testnet' | 'devnet'
  contract: string
  apiBases: string[]
}

export interface CustomDeploymentsProps {
  rows: readonly { id: string; name: string; target: ProgrammeTarget }[]
  /** Whether a contract on the embedded network may be added. */
  isEmbeddedOffered: boolean
  onAdd: (
    input: CustomDeploymentInput,
  ) => Promise<{ ok: true } | { ok: false; problem: CustomProblem }>
  onRemove: (id: string) => Promise<unknown>
  /** Reads what a contract runs and pays; absent where that cannot be asked for. */
  read?: ReadProgramme
}

const publicNetworks = ['mainnet', 'testnet'] as const
const networks = [...publicNetworks, 'devnet'] as const

/** Contracts that the user added, and a form for another one. */
export function CustomDeployments({
  rows,
  isEmbeddedOffered,
  onAdd,
  onRemove,
  read,
}: CustomDeploymentsProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const now = useNow()
  const { target } = rows.find(({ id }) => id === shown) ?? {}
  return (
    <>
      {rows.length > 0 && (
        <ul class="rows">
          {rows.map(({ id, name }) => (
            <li key={id} class="row">
              <span>{name}</span>
              {read && (
                <Button kind="quiet" onClick={() => setShown(shown === id ? null : id)}>
                  {t(shown === id ? 'nav.close' : 'programme.about')}
                  <span class="sr"> {name}</span>
                </Button>
              )}
              <Button kind="quiet" onClick={() => void onRemove(id)}>
                {t('deployment.remove')}
                <span class="sr"> {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {read && target && <ProgrammeCard target={target} read={read} now={now} />}
      {open ? (
        <AddForm
          networks={isEmbeddedOffered ? networks : publicNetworks}
          onAdd={onAdd}
          read={read}
          onDone={() => setOpen(false)}
        />
      ) : (
        <Button onClick={() => setOpen(true)}>{t('deployment.add')}</Button>
      )}
    </>
  )
}

function AddForm({
  networks,
  onAdd,
  read,
  onDone,
}: {
  networks: readonly CustomDeploymentInput['network'][]
  onAdd: CustomDeploymentsProps['onAdd']
  read: ReadProgramme | undefined
  onDone: () => void
}) {
  const { t } = useWords()
  const now = useNow()
  const [linked, setLinked] = useState<ProgrammeTarget | null>(null)
  const [input, setInput] = useState<CustomDeploymentInput>({
    label: '',
    network: 'mainnet',
    contract: '',
    apiBases: [],
  })
  const [problem, setProblem] = useState<CustomProblem | null>(null)
  const set = (change: Partial<CustomDeploymentInput>) => {
    setInput({ ...input, ...change })
    setProblem(null)
    setLinked(null)
  }
  // A link that an operator gave is more than the contract: where it is, too.
  const enterContract = (text: string) => {
    const target = readAddLink(text)
    set(
      target
        ? { network: target.network, contract: target.contract, apiBases: [...target.apiBases] }
        : { contract: text },
    )
    setLinked(target)
  }
  const offered = networks.includes(input.network) ? networks : [...networks, input.network]
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void onAdd(input).then((result) => (result.ok ? onDone() : setProblem(result.problem)))
      }}
    >
      <Select
        label={t('deployment.network')}
        value={input.network}
        options={offered.map((value) => ({ value, label: t(`network.${value}`) }))}
        onChange={(network) => set({ network })}
      />
      <TextField
        label={t('deployment.contract')}
        kind="address"
        value={input.contract}
        onInput={enterContract}
        hint={t('deployment.contract.hint')}
      />
      <TextField
        label={t('deployment.label')}
        value={input.label}
        onInput={(label) => set({ label })}
      />
      <TextField
        label={t('deployment.server')}
        value={input.apiBases[0] ?? ''}
        onInput={(base) => set({ apiBases: base ? [base] : [] })}
        hint={t('deployment.server.hint')}
      />
      {linked && read && <ProgrammeCard target={linked} read={read} now={now} />}
      <p class="error" role="alert">
        {problem && t(`deployment.${problem}`)}
      </p>
      <div class="form-actions">
        <Button type="submit">{t('deployment.save')}</Button>
        <Button kind="quiet" onClick={onDone}>
          {t('nav.cancel')}
        </Button>
      </div>
    </form>
  )
}

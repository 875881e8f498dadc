import { useState } from 'preact/hooks'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskSource } from '../../app/hyperstaking/dusk-settings.ts'
import { isLoopback } from '../../chain/http/is-loopback.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'

const publicNetworks = ['mainnet', 'testnet'] as const
const networks = [...publicNetworks, 'local'] as const

/** Which Dusk network and node are read; changing them discards what was read and connected. */
export function DuskNetworkFields({
  settings,
  save,
}: {
  settings: DuskSource
  save: DuskCommands['saveSettings']
}) {
  const { t } = useWords()
  const [network, setNetwork] = useState(settings.network)
  const [base, setBase] = useState(settings.base ?? '')
  const { busy, refusal, run } = useCommand()
  // The embedded network is a choice only where a node on this machine is.
  const isLocalOffered = settings.network === 'local' || isLoopback(base.trim())
  const changed = network !== settings.network || base.trim() !== (settings.base ?? '')
  return (
    <>
      <Select
        label={t('hyper.network')}
        value={network}
        options={(isLocalOffered ? networks : publicNetworks).map((value) => ({
          value,
          label: t(`hyper.network.${value}`),
        }))}
        onChange={setNetwork}
      />
      <TextField
        label={t('hyper.node')}
        value={base}
        onInput={setBase}
        hint={t('hyper.node.hint')}
        error={refusal}
      />
      {changed && (
        <Button
          disabled={busy}
          onClick={() =>
            run(() => save({ network, base: base.trim() === '' ? null : base.trim() }))
          }
        >
          {t('hyper.save')}
        </Button>
      )}
    </>
  )
}

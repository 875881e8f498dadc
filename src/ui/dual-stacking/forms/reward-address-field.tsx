import type { Environment } from '../../../app/environment.ts'
import type { CheckedAddress } from '../../../chain/stacks/check-address.ts'
import { useWords } from '../../hooks/use-words.ts'
import { FullAddress } from '../../parts/full-address.tsx'
import { TextField } from '../../parts/text-field.tsx'

interface RewardAddressFieldProps {
  value: string
  onInput: (value: string) => void
  /** Addresses that this profile's rewards have gone to, and its own accounts. */
  familiar: readonly string[]
  env: Environment
  /** Whether an empty field counts as a problem by now. */
  touched: boolean
}

/**
 * Repeats the whole address in groups and says what is unusual about it: that it is a contract, or
 * one that this profile has never been paid at.
 */
export function RewardAddressField({
  value,
  onInput,
  familiar,
  env,
  touched,
}: RewardAddressFieldProps) {
  const { t } = useWords()
  const check = env.checkAddress(value)
  const error = findRewardAddressProblem(check, env)
  const shown = error === 'address.empty' && !touched ? null : error
  const known = check.ok && familiar.includes(check.address)
  return (
    <>
      <TextField
        label={t('address.reward')}
        kind="address"
        value={value}
        onInput={onInput}
        error={shown && t(shown)}
      />
      {check.ok && error === null && (
        <div class="address-check" role="status">
          <FullAddress address={check.address} />
          <p>{known ? t('address.known') : t('address.compare')}</p>
          {check.kind === 'multisig' && <p>{t('address.multisig')}</p>}
          {check.kind === 'contract' && <p class="warn">{t('address.contract')}</p>}
          {!known && familiar.some((other) => looksLike(check.address, other)) && (
            <p class="warn strong">{t('address.lookalike')}</p>
          )}
        </div>
      )}
    </>
  )
}

/** What is wrong with a reward address, as the key of its sentence; null: nothing. */
export const findRewardAddressProblem = (
  check: CheckedAddress,
  { contract }: Pick<Environment, 'contract'>,
) => {
  if (!check.ok) return `address.${check.problem}` as const
  return check.address === contract ? ('commands.own-contract' as const) : null
}

/** Address poisoning imitates both ends of a familiar address, which is where people look. */
const looksLike = (a: string, b: string): boolean =>
  a.slice(0, 5) === b.slice(0, 5) && a.slice(-4) === b.slice(-4)

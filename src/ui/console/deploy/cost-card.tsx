import { known, unknown, type Known } from '../../../chain/known.ts'
import type { SetupCall } from '../../../wallet/stacks/setup-requests.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { KnownValue } from '../../parts/known-value.tsx'

interface CostCardProps {
  /** What the network expects, microSTX: of each deployment, by the contract's name. */
  deployments: readonly { name: string; fee: Known<bigint> }[]
  /** Of each call after them. */
  calls: readonly { call: SetupCall; fee: Known<bigint> }[]
}

/** Known when all of them are: a part of it would look like the whole. */
function sumOf(fees: readonly Known<bigint>[]): Known<bigint> {
  let sum = 0n
  for (const fee of fees) {
    if (!fee.known) return unknown(fee.reason)
    sum += fee.value
  }
  return known(sum)
}

/** What a programme costs in network fees until its first cycle runs. */
export function CostCard({ deployments, calls }: CostCardProps) {
  const { t, f } = useWords()
  const row = (title: string, fee: Known<bigint>) => (
    <div key={title}>
      <dt>{title}</dt>
      <dd>
        <KnownValue of={fee}>{(microStx) => f.stx(microStx)}</KnownValue>
      </dd>
    </div>
  )
  const all = sumOf([...deployments, ...calls].map(({ fee }) => fee))
  return (
    <Card title={t('deploy.cost')}>
      <p>{t('deploy.cost.what')}</p>
      <dl class="deploy-costs">
        {deployments.map(({ name, fee }) => row(t('deploy.cost.contract', { name }), fee))}
        {calls.map(({ call, fee }) => row(t(`deploy.step.${call}`), fee))}
        {row(t('deploy.cost.all'), all)}
      </dl>
    </Card>
  )
}

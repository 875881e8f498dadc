import { useState } from 'preact/hooks'
import type { CommandResult } from '../../app/command-result.ts'
import { shortAddress } from '../../words/format/address.ts'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/text-field.tsx'

/**
 * One golden ratio proposed in this cycle. Ratios scaled by 10^8; shares of the cycle's sBTC scaled
 * by 10^8.
 */
export interface OpenProposal {
  proposer: string
  own: boolean
  ratio: bigint
  counted: number
  participants: number
  shareAbove: bigint
  shareAtOrAbove: bigint
  /**
   * The outcome of its validation, past or expected: computed here from all participants, not from
   * the tally.
   */
  verdict: 'passed' | 'will-pass' | 'too-low' | 'too-high' | 'zero-stx' | 'unknown'
}

interface ProposalsProps {
  proposals: readonly OpenProposal[]
  /** The ratio that passes, computed here; null while it is not known. */
  suggested: bigint | null
  /** Null: none may be proposed now, or there is no account. */
  onPropose: ((ratio: bigint) => Promise<CommandResult>) | null
}

/** Competing golden ratios with their tallies, and proposing one or changing one's own. */
export function Proposals({ proposals, suggested, onPropose }: ProposalsProps) {
  const { t, f } = useWords()
  return (
    <section class="stack">
      <div
        class="table-scroll plain"
        role="region"
        aria-label={t('console.proposals')}
        tabIndex={0}
      >
        <table>
          <caption class="sr">{t('console.proposals')}</caption>
          <thead>
            <tr>
              {(['proposer', 'ratio', 'tallied', 'above', 'atOrAbove', 'verdict'] as const).map(
                (name) => (
                  <th key={name} scope="col">
                    {t(`proposal.${name}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {proposals.map((proposal) => (
              <tr key={proposal.proposer}>
                <td>
                  {proposal.own && `${t('console.you')} · `}
                  {shortAddress(proposal.proposer)}
                </td>
                <td class="violet">{f.ratio(proposal.ratio, 2)}</td>
                <td>{f.percent(share(proposal.counted, proposal.participants), 0)}</td>
                <td>{f.percent(proposal.shareAbove)}</td>
                <td>{f.percent(proposal.shareAtOrAbove)}</td>
                <td
                  class={
                    proposal.verdict === 'passed' || proposal.verdict === 'will-pass'
                      ? 'good'
                      : undefined
                  }
                >
                  {t(`verdict.${proposal.verdict}`)}
                </td>
              </tr>
            ))}
            {proposals.length === 0 && (
              <tr>
                <td colSpan={6}>{t('console.noProposals')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {onPropose && (
        <Propose
          suggested={suggested}
          changing={proposals.some(({ own }) => own)}
          onPropose={onPropose}
        />
      )}
    </section>
  )
}

function Propose({
  suggested,
  changing,
  onPropose,
}: {
  suggested: bigint | null
  changing: boolean
  onPropose: (ratio: bigint) => Promise<CommandResult>
}) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (suggested === null ? '' : f.decimal(suggested, 6))
  const parsed = parseAmount(text, 6, f.locale)
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (parsed.ok) run(() => onPropose(parsed.value))
      }}
    >
      <TextField
        label={t('console.propose.ratio')}
        unit={t('unit.ratio')}
        kind="amount"
        value={text}
        onInput={setTyped}
        hint={hint()}
        error={parsed.ok || text === '' ? refusal : t(`input.${parsed.code}`)}
      />
      <Button type="submit" disabled={busy || !parsed.ok}>
        {changing ? t('console.propose.change') : t('console.propose.submit')}
      </Button>
    </form>
  )

  function hint(): string {
    if (suggested === null) return t('console.propose.computing')
    return parsed.ok && parsed.value === suggested
      ? t('console.propose.suggested')
      : t('console.propose.other')
  }
}

const share = (part: number, whole: number): bigint =>
  whole === 0 ? 0n : (BigInt(part) * 100_000_000n) / BigInt(whole)

import type { ComponentChildren } from 'preact'

interface StakingTableProps {
  label: string
  /** The columns' names, in order. */
  head: readonly string[]
  /** Its rows. */
  children: ComponentChildren
}

/** A short table of Bitcoin Staking, which scrolls sideways where it is narrow. */
export function StakingTable({ label, head, children }: StakingTableProps) {
  return (
    <div class="table-scroll plain" role="group" aria-label={label} tabIndex={0}>
      <table class="staking-table">
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

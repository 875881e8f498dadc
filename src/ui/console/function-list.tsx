interface FunctionListProps {
  groups: readonly { title: string; names: readonly string[] }[]
  selected: string
  onSelect: (name: string) => void
}

/** Functions of the contract to choose from, by their own names. */
export const FunctionList = ({ groups, selected, onSelect }: FunctionListProps) => (
  <div class="function-list">
    {groups
      .filter(({ names }) => names.length > 0)
      .map(({ title, names }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {names.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  class={name === selected ? 'on' : undefined}
                  aria-pressed={name === selected}
                  onClick={() => onSelect(name)}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
  </div>
)

import type { Journal } from './journal.ts'

/** A contract's map. Values are never changed in place: `set` a new one. */
export class Table<V> {
  private readonly rows = new Map<string, V>()
  private readonly journal: Journal
  constructor(journal: Journal) {
    this.journal = journal
  }

  get(key: string): V | undefined {
    return this.rows.get(key)
  }

  has(key: string): boolean {
    return this.rows.has(key)
  }

  set(key: string, value: V): void {
    const before = this.rows.get(key)
    const existed = before !== undefined
    this.journal.note(() => (existed ? this.rows.set(key, before) : this.rows.delete(key)))
    this.rows.set(key, value)
  }

  delete(key: string): void {
    const before = this.rows.get(key)
    if (before === undefined) return
    this.journal.note(() => this.rows.set(key, before))
    this.rows.delete(key)
  }

  get size(): number {
    return this.rows.size
  }

  entries(): IterableIterator<[string, V]> {
    return this.rows.entries()
  }
}

/** A contract's single value. */
export class Cell<V> {
  private current: V
  private readonly journal: Journal
  constructor(journal: Journal, initial: V) {
    this.journal = journal
    this.current = initial
  }

  get value(): V {
    return this.current
  }

  set value(next: V) {
    const before = this.current
    this.journal.note(() => {
      this.current = before
    })
    this.current = next
  }
}

/** What one contract keeps: tables and cells by name, readable and replaceable as plain data. */
export class ContractStore {
  private readonly tables = new Map<string, Table<unknown>>()
  private readonly cells = new Map<string, Cell<unknown>>()
  private readonly journal: Journal
  constructor(journal: Journal) {
    this.journal = journal
  }

  table<V>(name: string): Table<V> {
    const table = new Table<V>(this.journal)
    this.tables.set(name, table as Table<unknown>)
    return table
  }

  cell<V>(name: string, initial: V): Cell<V> {
    const cell = new Cell<V>(this.journal, initial)
    this.cells.set(name, cell as Cell<unknown>)
    return cell
  }

  /** Everything kept, as plain data that `restore` takes back. */
  dump(): StoreDump {
    return {
      tables: Object.fromEntries(
        [...this.tables].map(([name, table]) => [name, [...table.entries()]]),
      ),
      cells: Object.fromEntries([...this.cells].map(([name, cell]) => [name, cell.value])),
    }
  }

  /**
   * Puts rows and values in; what the dump does not name stays unchanged. Unknown names are an
   * error of the caller.
   */
  restore(dump: Partial<StoreDump>): void {
    for (const [name, rows] of Object.entries(dump.tables ?? {})) {
      const table = this.tables.get(name)
      if (!table) throw new Error(`No table ${name}`)
      for (const [key, value] of rows) table.set(key, value)
    }
    for (const [name, value] of Object.entries(dump.cells ?? {})) {
      const cell = this.cells.get(name)
      if (!cell) throw new Error(`No value ${name}`)
      cell.value = value
    }
  }
}

export interface StoreDump {
  tables: Record<string, Array<[string, unknown]>>
  cells: Record<string, unknown>
}

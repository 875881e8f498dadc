/** Whether every fault is played (`npm run load`), or a chosen third (`npm run test:browser`). */
export const playsAllFaults = process.env['TWINSTACK_LOAD'] === '1'

/**
 * A fault, at which moment, and what is found and shown afterwards; `chosen`: the browser tests
 * play it as well.
 */
export interface PlayedFault<Scene> {
  fault: string
  at: string
  chosen?: true
  /** Causes the fault, checks that nothing is lost, repeated or wrong, and returns the outcome. */
  play(scene: Scene): Promise<string>
}

/** The faults to be played now; the chosen ones must be a third of them. */
export function chooseFaults<Scene>(
  faults: readonly PlayedFault<Scene>[],
): readonly PlayedFault<Scene>[] {
  const chosen = faults.filter((each) => each.chosen)
  if (chosen.length * 3 < faults.length)
    throw new Error(`${chosen.length} of ${faults.length} faults are less than a third`)
  return playsAllFaults ? faults : chosen
}

/** Collects what was played, and prints it as one table. */
export function createFaultTable() {
  const rows: [fault: string, at: string, afterwards: string][] = []
  return {
    add: (...row: (typeof rows)[0]) => void rows.push(row),
    print() {
      const width = (column: 0 | 1) => Math.max(0, ...rows.map((row) => row[column].length))
      const [one, two] = [width(0), width(1)]
      console.log(
        rows
          .map(
            ([fault, at, afterwards]) => `${fault.padEnd(one)}  ${at.padEnd(two)}  ${afterwards}`,
          )
          .join('\n'),
      )
    },
  }
}
export type FaultTable = ReturnType<typeof createFaultTable>

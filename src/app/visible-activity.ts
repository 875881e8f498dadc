/**
 * Where something that was asked of a wallet stands, for the person who asked: `care`: something
 * was sent, or may have been, that has to be looked after.
 */
export type Standing = 'active' | 'care' | 'done' | 'over'

const DAY_MS = 86_400_000

/**
 * What is still worth a person's attention: what is under way, what has to be looked after, and of
 * the rest the last one, a success for a day. What came before it is history.
 */
export function worthTelling<Asked extends { updatedAt: number }>(
  all: readonly Asked[],
  standingOf: (asked: Asked) => Standing,
  now: number,
): Asked[] {
  const newest = all
    .filter((asked) => standingOf(asked) !== 'care')
    .reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0)
  return all.filter((asked) => {
    const standing = standingOf(asked)
    return (
      standing === 'active' ||
      standing === 'care' ||
      (asked.updatedAt === newest && (standing === 'over' || now - asked.updatedAt < DAY_MS))
    )
  })
}

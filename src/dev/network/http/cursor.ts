import { badRequest } from './answer.ts'

/** The sequence that the API writes where microblocks used to be counted. */
export const NO_MICROBLOCK = 2147483647

/** A page of a list that is walked from newest to oldest by cursors. */
export interface CursorPage<T> {
  items: T[]
  /** Where the next older page begins; null at the end. */
  older: string | null
  /** Where the next newer page begins; null at the beginning. */
  newer: string | null
  /** Where this page begins; null when the list is empty. */
  current: string | null
}

/** Numbers of a cursor such as `block:microblock:tx`, compared from the left. */
const numbersOf = (cursor: string, count: number): number[] => {
  const numbers = cursor.split(':').map(Number)
  if (numbers.length !== count || numbers.some((number) => !Number.isSafeInteger(number)))
    throw badRequest('querystring/cursor must match pattern')
  return numbers
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((number, place) => number !== b[place])
  return index < 0 ? 0 : a[index]! - b[index]!
}

/**
 * The page that begins at a cursor, or at the newest item: `list` is oldest first, `placeOf` gives
 * an item's cursor. A cursor of an item that is no more begins at the next older one; undefined
 * when nothing is as old.
 */
export const pageAt = <T>(
  list: readonly T[],
  placeOf: (item: T) => string,
  limit: number,
  cursor: string | null,
): CursorPage<T> | undefined => {
  let from = list.length - 1
  if (cursor !== null) {
    const wanted = numbersOf(cursor, list[0] === undefined ? 0 : placeOf(list[0]).split(':').length)
    while (from >= 0 && compare(numbersOf(placeOf(list[from]!), wanted.length), wanted) > 0)
      from -= 1
    if (from < 0) return undefined
  }
  const first = Math.max(from - limit + 1, 0)
  const placeAt = (index: number) => {
    const item = list[index]
    return item === undefined ? null : placeOf(item)
  }
  return {
    items: list.slice(first, from + 1).reverse(),
    older: placeAt(first - 1),
    newer: from + 1 < list.length ? placeAt(Math.min(from + limit, list.length - 1)) : null,
    current: placeAt(from),
  }
}

import * as v from 'valibot'

/** Places that are remembered until someone asks. */
const REMEMBERED = 20

let dropped: string[] = []

/** Where entries were dropped since this was last asked, as paths inside their lists. */
export const takeDropped = (): string[] => {
  const places = dropped
  dropped = []
  return places
}

type ListBounds<T> = {
  /** The longest list that is taken. */
  most: number
  /** Whether of a longer one the beginning is taken; otherwise it is no answer. */
  cut?: boolean
  /** What keeps the place of a dropped entry, where places count. */
  instead?: T
}

/**
 * A list from elsewhere: an entry that is not what it should be is dropped alone, and the others
 * are not wrong for it. `takeDropped` tells of it. A list of nothing but such entries is no answer,
 * unless their places count.
 */
/* @__NO_SIDE_EFFECTS__ */
export const listOf = <S extends v.GenericSchema>(
  entry: S,
  { most, cut = false, instead }: ListBounds<v.InferOutput<S>>,
) =>
  v.pipe(
    v.array(v.unknown()),
    v.check((list) => cut || list.length <= most),
    v.rawTransform(({ dataset: { value: list }, addIssue, NEVER }) => {
      const sound = list.slice(0, most).flatMap((each, at): v.InferOutput<S>[] => {
        const parsed = v.safeParse(entry, each)
        if (parsed.success) return [parsed.output]
        if (dropped.length < REMEMBERED)
          dropped.push(`${at}.${String(parsed.issues[0].path?.[0].key ?? '')}`)
        return instead === undefined ? [] : [instead]
      })
      if (sound.length > 0 || list.length === 0) return sound
      addIssue()
      return NEVER
    }),
  )

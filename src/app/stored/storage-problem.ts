import * as v from 'valibot'

/**
 * A stored item that could not be used as it was: `corrupt` ones were set aside, `newer` ones (a
 * later version wrote them) are left alone and not written.
 */
export const storageProblem = v.object({
  item: v.string(),
  code: v.picklist(['corrupt', 'newer']),
  at: v.number(),
})

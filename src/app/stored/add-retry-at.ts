import * as v from 'valibot'
import type { Migration } from './stored-item.ts'

/** From the first version, which did not know when the next refresh begins. */
export const addRetryAt: Migration = (old) => ({
  ...v.parse(v.looseObject({}), old),
  retryAt: null,
})

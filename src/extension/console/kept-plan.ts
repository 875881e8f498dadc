import * as v from 'valibot'
import type { PlanTexts } from '../../ui/console/deploy/use-plan-fields.ts'

const KEY = 'plan'
const planTexts = v.partial(
  v.object({
    snapshots: v.string(),
    blocks: v.string(),
    apr: v.string(),
    held: v.string(),
    budget: v.string(),
  }),
)

/** What was typed of a plan, for as long as the tab is open: a reload loses none of it. */
export const keptPlan = {
  read(): Partial<PlanTexts> {
    const text = sessionStorage.getItem(KEY)
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), planTexts), text)
    return parsed.success ? parsed.output : {}
  },
  write: (texts: Partial<PlanTexts>): void => sessionStorage.setItem(KEY, JSON.stringify(texts)),
}

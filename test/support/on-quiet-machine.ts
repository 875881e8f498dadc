import { it } from 'vitest'

/** Time says something only on a machine that does nothing else: `TWINSTACK_TIMING=1` runs it. */
export const onQuietMachine = it.runIf(process.env['TWINSTACK_TIMING'])

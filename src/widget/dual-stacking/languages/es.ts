import { dualStackingWidget } from '../../../words/es/dual-stacking-widget.ts'
import { createFormat } from '../../../words/format/format.ts'

export const section = dualStackingWidget
export const format = createFormat('es', 'sats')

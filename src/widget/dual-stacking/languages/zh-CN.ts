import { createFormat } from '../../../words/format/format.ts'
import { dualStackingWidget } from '../../../words/zh-CN/dual-stacking-widget.ts'

export const section = dualStackingWidget
export const format = createFormat('zh-CN', 'sats')

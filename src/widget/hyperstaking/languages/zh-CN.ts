import { hyperstakingWidget } from '../../../words/zh-CN/hyperstaking-widget.ts'
import { formatIn } from './format.ts'

export const section = hyperstakingWidget
export const format = formatIn('zh-CN')

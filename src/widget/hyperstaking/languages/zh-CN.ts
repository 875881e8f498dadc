import { poolWidget } from '../../../words/zh-CN/pool-widget.ts'
import { formatIn } from './format.ts'

export const section = poolWidget
export const format = formatIn('zh-CN')

import { hyperstakingWidget } from '../../../words/es/hyperstaking-widget.ts'
import { formatIn } from './format.ts'

export const section = hyperstakingWidget
export const format = formatIn('es')

import { poolWidget } from '../../../words/es/pool-widget.ts'
import { formatIn } from './format.ts'

export const section = poolWidget
export const format = formatIn('es')

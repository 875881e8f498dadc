import type { hyperstakingWidget as english } from '../en/hyperstaking-widget.ts'
import type { Translation } from '../message.ts'

export const hyperstakingWidget: Translation<typeof english> = {
  title: 'Gana DUSK con un pool de staking',
  titleOf: 'Gana DUSK con {pool}',
  group: 'Calculadora de pools de Hyperstaking',
  third: 'Pool de terceros',
  dusk: 'DUSK que depositas',
  active: 'DUSK en staking en toda la red',
  inDays: 'DUSK en {days} días',
  rate: 'APR',
  apy: 'APY',
  range: '90 % de los casos: de {low} a {high} DUSK',
  earnsNow: 'Empieza a ganar enseguida.',
  earnsIn: 'Empieza a ganar en unas {hours} horas.',
  earnsLater: 'Empieza a ganar cuando el pool lo ponga en staking.',
  unknown: '—',
  load: 'Cargar de la red',
  loading: 'Cargando…',
  assumed:
    'supone {active} DUSK en staking en toda la red, {pool} en el pool y {fee} de comisión por recompensa',
  readAt: 'a fecha del bloque {height}',
  stale: 'desactualizado, de {time}',
  published: 'comisiones según sus operadores',
  estimate: 'una estimación, nunca una promesa',
  position: 'Tu stake',
  share: 'tipo de cambio',
  locked: 'bloqueado, sin ganar',
  deposits: 'depósitos',
  openPool: 'abiertos',
  paused: 'en pausa',
  closed:
    'La red ha desactivado las llamadas a contratos: los depósitos y las retiradas quedan en espera.',
  differs: 'Las reglas de la red difieren de las que suponen estas cifras.',
  'problem.not-a-number': 'Escribe un número.',
  'problem.too-precise': 'Demasiados decimales.',
  'problem.too-large': 'Más de lo que existe.',
  'problem.network': 'La red no respondió. Se siguen usando los datos que escribiste.',
  'problem.snapshot':
    'No se pudieron cargar los datos de esta página. Se siguen usando los que escribiste.',
  'problem.no-pool': 'No existe tal pool en esta red.',
  'problem.account': 'No es una cuenta de Dusk.',
}

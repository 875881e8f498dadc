import type { rewards as english } from '../en/rewards.ts'
import type { Translation } from '../message.ts'

export const rewards: Translation<typeof english> = {
  'rewards.none': 'Aún no hay recompensas. La primera llega al final de tu primer ciclo inscrito.',
  'rewards.first': 'Tu primera recompensa: hacia el {day} (ciclo {cycle})',
  'rewards.all': { one: '{count} ciclo', other: 'los {count} ciclos' },
  'rewards.verified': 'verificada',
  'rewards.cycleUnknown': 'Ciclo desconocido',
}

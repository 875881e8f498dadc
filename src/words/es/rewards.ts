import type { rewards as english } from '../en/rewards.ts'
import type { Translation } from '../message.ts'

export const rewards: Translation<typeof english> = {
  'rewards.none':
    'Aún ninguna. La primera llega al final del primer ciclo en el que estés inscrito.',
  'rewards.all': { one: '{count} ciclo', other: 'los {count} ciclos' },
  'rewards.verified': 'verificada',
  'rewards.cycleUnknown': 'Ciclo desconocido',
}

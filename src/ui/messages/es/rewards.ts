import type { Translation } from '../message.ts'
import type { rewards as english } from '../en/rewards.ts'

export const rewards: Translation<typeof english> = {
  'rewards.none': 'Aún ninguna. La primera llega al final del primer ciclo en el que estés inscrito.',
  'rewards.all': { one: '{count} ciclo', other: 'los {count} ciclos' },
  'rewards.in': { one: 'en {count} ciclo', other: 'en {count} ciclos' },
  'rewards.cycleUnknown': 'Ciclo desconocido',
  'rewards.catchingUp': { one: 'Buscando recompensas anteriores: queda {count} petición.', other: 'Buscando recompensas anteriores: quedan {count} peticiones.' },
  'rewards.chart': 'Recompensas de los ciclos {from} a {to}. La más alta fue {most}; la última, {last}. La lista tiene cada pago.',
  'rewards.paidTo': 'Pagada a',
  'rewards.earnedBy': 'Ganada por',
  'rewards.height': 'Altura de Bitcoin',
  'rewards.transaction': 'Transacción',
  'rewards.evidence': 'Nota',
  'rewards.evidence.transfer': 'Vista como transferencia del contrato: esta versión no imprime ningún evento de recompensa que se pueda comprobar.',
  'rewards.csv': 'Guardar como CSV',
  'rewards.csvNote': 'Fecha, altura de Bitcoin, ciclo, sats, direcciones y transacción. Sin precios: no se consulta ninguno.',
}

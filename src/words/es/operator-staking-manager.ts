import type { operatorStakingManager as english } from '../en/operator-staking-manager.ts'
import type { Translation } from '../message.ts'

export const operatorStakingManager: Translation<typeof english> = {
  'console.section.staking-manager': 'Operar un gestor',
  'console.staking.manager': 'Gestor',
  'console.staking.manager.choose':
    'Elige el gestor que operas. Primero van los que ha desplegado tu cuenta.',
  'console.staking.manager.admin': 'Tu cuenta es administradora',
  'console.staking.manager.notAdmin': 'Tu cuenta no es administradora',
  'console.staking.manager.thisCycle': 'En staking en este ciclo',
  'console.staking.manager.nextCycle': 'En staking en el próximo ciclo',
  'console.staking.manager.above': '{stx} por encima de los 50.000 STX necesarios para ganar',
  'console.staking.manager.below': '{stx} por debajo de los 50.000 STX necesarios: nadie gana',
  'console.staking.manager.balance': 'sBTC en el contrato',
  'console.staking.manager.fees': 'Comisiones ganadas sin retirar',
  'console.staking.manager.unclaimed': 'Por reclamar por los titulares',
  'console.staking.manager.owed': 'Pagos en Bitcoin sin liquidar',
  'console.staking.manager.banked': 'Guardado para los titulares',
  'console.staking.manager.refunds': 'Reembolsos de comisiones a titulares',
  'console.staking.manager.rest': 'Sobrante',
  'console.staking.manager.restIs':
    'El sobrante no es de ningún titular: presupuestos de comisiones de Bitcoin sin gastar, que un administrador puede retirar.',
  'console.staking.payouts': 'Pagos en Bitcoin',
  'console.staking.payouts.none': 'No hay ningún pago en Bitcoin pendiente.',
  'console.staking.payouts.request': 'Solicitud',
  'console.staking.payouts.pending': 'aún sin decidir',
  'console.staking.payouts.accepted': 'pagado, sin liquidar',
  'console.staking.payouts.rejected': 'rechazado',
  'console.staking.payouts.return': 'Devolver {sats}',
  'console.staking.payouts.how':
    'Un pago rechazado espera en el gestor hasta que alguien lo devuelve a su titular como sBTC. No se mueve ninguno de tus activos salvo la comisión de red.',
  'console.staking.payouts.fee': 'La última llamada así costó {stx}.',
  'console.staking.payouts.settle': 'Liquidar {request}',
  'console.staking.payouts.settle.how':
    'Un pago hecho cuenta como deuda hasta que alguien lo liquida. De tus activos solo se mueve la comisión de red. Lo que no se gastó de su presupuesto queda libre: con Max500 para su titular; si no, para el gestor.',
  'call.settle-accepted-withdrawal': 'Liquidar un pago',
  'console.staking.payouts.missing':
    'Se deben {sats} más por pagos anteriores, que no se han mirado.',
}

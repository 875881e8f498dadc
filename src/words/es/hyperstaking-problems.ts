import type { hyperstakingProblems as english } from '../en/hyperstaking-problems.ts'
import type { Translation } from '../message.ts'

export const hyperstakingProblems: Translation<typeof english> = {
  'hyper.problem.amount-zero': 'Escribe una cantidad.',
  'hyper.problem.amount-too-large': 'Cantidad demasiado grande.',
  'hyper.problem.below-minimum-deposit': 'Por debajo del depósito mínimo del pool.',
  'hyper.problem.too-small-for-share': 'Esta cantidad no alcanza para una participación del pool.',
  'hyper.problem.balance-too-low': 'Tu saldo no cubre la cantidad y el gas.',
  'hyper.problem.position-too-small': 'Tienes menos que esto en el pool.',
  'hyper.problem.pool-paused':
    'El pool está en pausa y no acepta depósitos. Las retiradas siguen funcionando.',
  'hyper.problem.calls-closed':
    'La red ha desactivado las llamadas a contratos. Los depósitos y las retiradas quedan en espera hasta que las reactive.',
  'hyper.problem.pool-missing': 'No existe tal pool en esta red.',
  'hyper.problem.pool-moved':
    'Los operadores de este pool, o este nodo, nombran ahora otro contrato. No se deposita nada en este; las retiradas siguen funcionando. Una versión posterior de Twinstack incluirá el nuevo.',
  'hyper.problem.driver-missing':
    'Este nodo no puede decir si el pool aceptaría esta llamada. Prueba otro nodo.',
  'hyper.problem.wrong-network': 'Tu cartera y este pool están en redes distintas.',
  'hyper.problem.not-registered': 'El operador no ha registrado tu cuenta como cliente.',
  'hyper.problem.referrer-self': 'No puedes ser tu propio referidor.',
  'hyper.problem.referrer-circle': 'Esta cadena de referidos formaría un círculo.',
  'hyper.problem.referrer-fixed':
    'Tu referidor quedó fijado con tu primer depósito y no puede cambiar.',
  'hyper.problem.referrer-line': 'Esta cadena de referidos es demasiado larga.',
  'hyper.problem.nothing-to-claim': 'Aún no hay nada que cobrar.',
  'hyper.problem.too-early': 'El pool rota solo poco antes del final de una época.',
  'hyper.problem.deposit-mismatch': 'El depósito y la cantidad de la llamada difieren.',
  'hyper.problem.gas-too-low': 'El límite de gas es demasiado bajo para esta llamada.',
  'hyper.problem.not-offered': 'Este pool no ofrece eso.',
  'hyper.problem.replayed': 'Esta transacción ya se usó: nada se envía dos veces.',
  'hyper.problem.nonce-ahead':
    'Una transacción anterior de tu cuenta sigue pendiente. Inténtalo cuando esté en un bloque.',
  'hyper.problem.key-foreign':
    'La clave del provisioner del pool pertenece a otro dueño, así que el pool no puede hacer staking con ella.',
  'hyper.problem.below-published-minimum':
    'Los anuncios dan un mínimo de 1.000 o 10.000 DUSK para este pool; su contrato no lo dice. Un depósito menor puede fallar.',
  'hyper.problem.stake-refused': 'El contrato de stake rechaza el stake del pool.',
  'hyper.problem.other': 'El contrato rechazaría esta llamada.',
}

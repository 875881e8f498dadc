import type { formDetails as english } from '../en/form-details.ts'
import type { Translation } from '../message.ts'

export const formDetails: Translation<typeof english> = {
  'effects.does': 'Qué hace',
  'effects.moves': 'Qué mueve',
  'effects.counts': 'Desde cuándo',
  'effects.costs': 'Qué cuesta',
  'effects.nothing': 'Nada.',
  'effects.nothingMore': 'Tu sBTC y tus STX se quedan en tu cartera, tan libres como antes.',
  'effects.fee': 'Una comisión de red en STX. Tu cartera la muestra antes de firmar.',
  'effects.fromCycle': 'Desde el ciclo {cycle}. Empieza en {blocks}, ~{time}.',
  'effects.fromCycleDue': 'Desde el ciclo {cycle}, que ya toca.',
  'effects.firstPayment': 'Su pago llega hacia el {day}.',
  'effects.nextCycle': 'Desde el próximo ciclo.',

  'enroll.title': 'Inscribirse en Dual Stacking',
  'enroll.does':
    'Anota tu dirección, para que cada instantánea de los próximos ciclos cuente tu sBTC y tus STX apilados.',
  'enroll.stays':
    'Sigues inscrito ciclo tras ciclo hasta que te des de baja, cosa que puedes hacer cuando quieras.',
  'enroll.elsewhere': 'Cobrar las recompensas en otra dirección',
  'enroll.submit': 'Inscribirse con la cartera',

  'change.title': 'Cambiar dirección de cobro',
  'change.now': 'Las recompensas van a',
  'change.does':
    'Envía tus próximas recompensas a la nueva dirección. Tu sBTC se sigue contando donde está.',
  'change.final': 'Las recompensas pagadas a una dirección equivocada no se pueden recuperar.',
  'change.submit': 'Firmar el cambio',

  'optOut.title': 'Darse de baja',
  'optOut.does': 'Quita tu dirección de los próximos ciclos.',
  'optOut.counts':
    'El ciclo {cycle} aún cuenta y paga como si nada. Desde el ciclo {next} no ganas nada.',
  'optOut.countsNext': 'Desde el ciclo {next} no ganas nada.',
  'optOut.stays': 'Puedes volver a inscribirte cuando quieras; cuenta desde el ciclo siguiente.',
  'optOut.submit': 'Darse de baja con la cartera',
  'optOut.stay': 'Seguir inscrito',

  'blocker.below-minimum':
    'Inscribirse requiere {minimum}. Esta dirección tiene {have}: añade {missing}.',
  'blocker.blacklisted':
    'El administrador del contrato puso esta dirección en la lista negra: no puede inscribirse.',
  'blocker.already-enrolled': 'Esta dirección ya está inscrita. No hay nada que hacer.',
  'blocker.minimum-not-met':
    'El contrato dice que esta dirección tiene muy poco sBTC para inscribirse.',
  'blocker.ended': 'Este programa ha terminado: inscribirse solo costaría una comisión.',
  'blocker.superseded':
    'Este contrato fue sustituido por otro más nuevo. Elige el nuevo en los ajustes.',
  'blocker.no-user-calls': 'Este contrato no acepta llamadas de titulares.',
  'blocker.unknown-contract': 'Este contrato es desconocido, así que no se firma nada para él.',
  'blocker.inactive-network':
    'Este contrato ya no puede completar sus ciclos en esta red: una llamada solo costaría la comisión.',
  'blocker.no-fee': 'Esta dirección no tiene STX libres para pagar la comisión de red.',
  'commands.no-account': 'Conecta primero una cartera.',
  'commands.not-a-principal': 'No es una dirección de Stacks.',
  'commands.other-network': 'Esta dirección es de otra red.',
  'commands.already-enrolled': 'Esta dirección ya está inscrita.',
  'commands.not-enrolled': 'Esta dirección no está inscrita.',
  'commands.blacklisted': 'El administrador del contrato puso esta dirección en la lista negra.',
  'commands.below-minimum': 'Hay menos sBTC del que requiere la inscripción.',
  'commands.same-reward-address': 'Las recompensas ya van a esta dirección.',
  'commands.own-contract':
    'Este es el propio contrato de Dual Stacking: lo que se pague ahí se pierde para ti. Elige otra dirección.',
  'commands.minimum-not-met':
    'El contrato dice que esta dirección tiene muy poco sBTC para inscribirse.',
  'commands.not-writable': 'No se puede firmar nada para este contrato.',
  'commands.already-asking': 'Tu cartera ya tiene una petición pendiente. Respóndela primero.',
  'commands.already-sent':
    'Esto ya se había enviado, aunque la cartera no respondió. Ahora se sigue: míralo antes de volver a pedirlo.',
  'commands.cannot-look':
    'La red no dice ahora si tu última petición se envió, así que no se pide nada por segunda vez. Inténtalo más tarde, o revisa el historial de tu cartera y descarta esa petición.',
  'commands.unknown-intent': 'Esta petición ya no existe. Empieza de nuevo.',
  'commands.bad-settings': 'Estos ajustes no encajan entre sí. No se cambió nada.',
  'commands.newer-data':
    'Los datos guardados son de una versión más nueva de Twinstack: actualiza, por favor.',
  'commands.not-understood':
    'Twinstack se actualizó con esta ventana abierta. Ciérrala y ábrela de nuevo.',
  'commands.no-tab':
    'Abre cualquier página web (https) y pulsa allí el botón de Twinstack: las carteras solo se abren en páginas web.',
  'commands.no-answer':
    'El proceso de fondo de Twinstack no respondió. Inténtalo de nuevo; si no ayuda, reinicia el navegador.',
}

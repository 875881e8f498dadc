import type { formDetails as english } from '../en/form-details.ts'
import type { Translation } from '../message.ts'

export const formDetails: Translation<typeof english> = {
  'effects.does': 'Qué hace',
  'effects.moves': 'Activos que mueve',
  'effects.counts': 'Surte efecto',
  'effects.costs': 'Qué cuesta',
  'effects.nothing': 'Nada.',
  'effects.nothingMore': 'Tu sBTC y tus STX se quedan en tu cartera. No se bloquea nada nuevo.',
  'effects.feeLast':
    'Una comisión de red en STX, la última vez {fee}. Tu cartera la muestra antes de firmar.',
  'effects.fee': 'Una comisión de red en STX. Tu cartera la muestra antes de firmar.',
  'effects.fromCycle': 'Desde el ciclo {cycle}, que empieza en {blocks} (~{time}).',
  'effects.fromCycleDue': 'Desde el ciclo {cycle}, que ya puede empezar.',
  'effects.firstPayment': 'Paga hacia el {day}.',
  'effects.nextCycle': 'Desde el próximo ciclo.',

  'enroll.title': 'Inscribirse en Dual Stacking',
  'enroll.does':
    'Registra tu dirección, para que cada instantánea de los próximos ciclos incluya tu sBTC y tus STX apilados.',
  'enroll.stays':
    'Sigues inscrito en cada ciclo hasta que te des de baja. Puedes darte de baja cuando quieras.',
  'enroll.elsewhere': 'Enviar las recompensas a otra dirección',
  'enroll.submit': 'Inscribirse con la cartera',

  'change.title': 'Cambiar dirección de cobro',
  'change.now': 'Las recompensas van a',
  'change.does':
    'Envía las próximas recompensas a la nueva dirección. Tu sBTC sigue contando en tu dirección actual.',
  'change.final': 'Las recompensas enviadas a una dirección equivocada no se pueden recuperar.',
  'change.submit': 'Cambiar con la cartera',

  'optOut.title': 'Darse de baja',
  'optOut.does': 'Quita tu dirección de los próximos ciclos.',
  'optOut.counts': 'El ciclo {cycle} aún paga como siempre. Desde el ciclo {next} no ganas nada.',
  'optOut.countsNext': 'Desde el ciclo {next} no ganas nada.',
  'optOut.stays':
    'Puedes volver a inscribirte cuando quieras, con efecto desde el ciclo siguiente.',
  'optOut.submit': 'Darse de baja con la cartera',
  'optOut.stay': 'Seguir inscrito',

  'blocker.below-minimum':
    'Inscribirse requiere {minimum}. Esta dirección tiene {have}: añade {missing}.',
  'blocker.blacklisted':
    'El administrador del contrato puso esta dirección en la lista negra, así que no puede inscribirse. Solo el administrador puede cambiarlo.',
  'blocker.already-enrolled': 'Esta dirección ya está inscrita. No hay nada que hacer.',
  'blocker.minimum-not-met':
    'El contrato indica que esta dirección tiene muy poco sBTC para inscribirse.',
  'blocker.closed': 'Las inscripciones están cerradas: inscribirse solo costaría una comisión.',
  'blocker.ended': 'Este programa ha terminado: inscribirse solo costaría una comisión.',
  'blocker.superseded':
    'Un contrato más nuevo ha sustituido a este. Cambia al nuevo en los ajustes.',
  'blocker.no-user-calls': 'Este contrato no acepta llamadas de titulares.',
  'blocker.unknown-contract': 'Contrato desconocido, así que no se firma nada para él.',
  'blocker.inactive-network':
    'Este contrato ya no puede completar ciclos en esta red: una llamada solo costaría la comisión.',
  'blocker.no-fee': 'Esta dirección no tiene STX libres para pagar la comisión de red.',
  'commands.no-account': 'Conecta primero una cartera.',
  'commands.not-a-principal': 'No es una dirección de Stacks.',
  'commands.other-network': 'Esta dirección es de otra red.',
  'commands.already-enrolled': 'Esta dirección ya está inscrita.',
  'commands.not-enrolled': 'Esta dirección no está inscrita.',
  'commands.blacklisted': 'El administrador del contrato puso esta dirección en la lista negra.',
  'commands.below-minimum': 'No hay sBTC suficiente para inscribirse.',
  'commands.same-reward-address': 'Las recompensas ya van a esta dirección.',
  'commands.own-contract':
    'Este es el propio contrato de Dual Stacking: lo que se pague ahí se pierde para ti. Elige otra dirección.',
  'commands.minimum-not-met':
    'El contrato indica que esta dirección tiene muy poco sBTC para inscribirse.',
  'commands.not-writable': 'La firma está desactivada para este contrato.',
  'commands.already-asking': 'Ya hay una petición abierta en tu cartera. Termínala primero allí.',
  'commands.already-sent':
    'Esto ya se había enviado, aunque la cartera no respondió. Twinstack ya lo sigue: compruébalo antes de volver a pedirlo.',
  'commands.cannot-look':
    'La red no puede decir ahora si tu última petición se envió, así que no se pide nada dos veces. Inténtalo más tarde, o revisa el historial de tu cartera y descarta esa petición.',
  'commands.unknown-intent': 'Esta petición ha caducado. Empieza de nuevo.',
  'commands.bad-settings': 'Estos ajustes se contradicen. No se cambió nada.',
  'commands.newer-data':
    'Los datos guardados son de una versión más nueva de Twinstack. Actualiza Twinstack.',
  'commands.not-understood':
    'Twinstack se actualizó con esta ventana abierta. Ciérrala y ábrela de nuevo.',
  'commands.staking-changed':
    'Lo que dice la cadena ha cambiado desde que se mostró esto. Míralo otra vez y luego firma.',
  'commands.claim-waits':
    'Este gestor paga además lo que guarda para ti. Espera a que se confirme el cobro anterior.',
  'commands.no-tab':
    'Abre cualquier sitio web (https) y haz clic allí en el icono de Twinstack: las carteras solo se abren en páginas web.',
  'commands.no-answer':
    'El proceso en segundo plano de Twinstack no respondió. Inténtalo de nuevo o reinicia el navegador.',
}

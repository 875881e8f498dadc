import type { app as english } from '../en/app.ts'
import type { Translation } from '../message.ts'

export const app: Translation<typeof english> = {
  'app.name': 'Twinstack',
  'panel.move': 'Mover el panel: arrastra o usa las flechas',
  'panel.close': 'Cerrar el panel',
  'panel.covered':
    'Algo tapa el panel, o lo que pulsaste acaba de moverse: no se ha hecho nada. Púlsalo otra vez cuando nada lo cubra.',
  'nav.settings': 'Ajustes',
  'nav.sections': 'Secciones',
  'nav.back': 'Volver',
  'nav.cancel': 'Cancelar',
  'nav.close': 'Cerrar',
  'tab.dual': 'Dual Stacking',
  'tab.hyper': 'Hyperstaking',
  'tab.rewards': 'Recompensas',
  blocks: { one: '{count} bloque', other: '{count} bloques' },

  'unknown.label': 'No se sabe. Mostrar por qué',
  'unknown.not-read': 'Aún no se ha leído.',
  'unknown.not-yet':
    'El contrato aún no lo ha decidido: se sabrá por primera vez cuando terminen todas las instantáneas del primer ciclo.',
  'unknown.offline': 'La red no respondió.',
  'unknown.bad-answer': 'La respuesta de la red no tenía sentido, así que no se muestra.',
  'unknown.at-block-unavailable':
    'Las redes públicas ya no ejecutan esta lectura (at-block terminó con la época 3.4).',
  'unknown.not-offered': 'Esta versión del contrato no permite saberlo.',
  'unknown.rate-limited':
    'El límite público de peticiones está agotado por ahora. Una clave de API en los ajustes lo amplía.',

  'problems.offline': 'No se puede alcanzar la red.',
  'problems.slow': 'La red responde despacio.',
  'problems.rate-limited':
    'El límite público de peticiones está agotado por ahora; la lectura sigue sola. Una clave de API en los ajustes lo amplía.',
  'problems.bad-answer': 'La red dio una respuesta sin sentido. No se muestra.',
  'problems.server-error': 'El servidor de la red tiene un fallo. Se vuelve a intentar solo.',
  'problems.wrong-chain':
    'Este servidor es de otra red, no de la elegida. Revisa las direcciones en los ajustes.',
  'problems.contract-missing':
    'El contrato de Dual Stacking no existe en esta red. Elige otra red en los ajustes.',
  'storage.unreadable':
    'El navegador no deja que Twinstack lea lo que guarda. Cierra las demás ventanas del navegador, reinícialo y abre esto otra vez.',
  'storage.corrupt':
    'Algunos datos guardados estaban dañados. Se apartaron y se leen de nuevo; nada en la cadena cambia.',
  'storage.newer':
    'Algunos datos guardados son de una versión más nueva de Twinstack. Se dejan como están: actualiza, por favor.',

  'age.ago': 'Leído hace {time}',
  'age.shown': 'Se muestra lo que se leyó hace {time}.',
  'age.since': 'hace {time}',
  'age.never': 'Primera lectura …',
  'age.refreshing': 'Leyendo …',
  'age.refresh': 'Leer de nuevo',

  'life.ended.title': 'Dual Stacking terminó en septiembre de 2026',
  'life.ended.text': 'Tu sBTC nunca estuvo bloqueado: no hay nada que retirar ni que hacer.',
  'life.ended.rewards': 'Recibiste {sats} en {payments}.',
  'life.ended.records': 'Verlos, verificarlos y exportarlos',
  'life.ended.next':
    'Las recompensas por STX en stacking y por sBTC vienen ahora de Bitcoin Staking.',
  'life.ended.none': 'Ninguna recompensa llegó a esta dirección.',
  'life.ended.newcomer':
    'Las recompensas por stackear STX y tener sBTC vienen ahora de Bitcoin Staking. Si participaste, sigue tu dirección: cada recompensa pasada aparece en la lista y se puede verificar y exportar. Los programas propios se eligen en los ajustes.',
  'life.payments': { one: '{count} pago', other: '{count} pagos' },
  'life.ended': 'Este programa terminó en septiembre de 2026: aquí se muestra su historial.',
  'life.stopped': 'Parece haberse detenido: no ha empezado ningún ciclo en el tiempo de dos.',

  'writable.ended': 'Este programa ha terminado: solo se puede firmar la baja.',
  'writable.superseded':
    'Este contrato fue sustituido por otro más nuevo. Aquí no se puede firmar nada: elige el nuevo en los ajustes.',
  'writable.no-user-calls':
    'Este contrato no acepta llamadas de titulares. Aquí no se puede firmar nada.',
  'writable.unknown-contract':
    'Este contrato es desconocido. No se firma nada hasta comprobar su interfaz.',
  'writable.inactive-network':
    'Este contrato ya no puede completar sus ciclos en esta red. Aquí no se puede firmar nada.',

  'status.pill.enrolled': 'Inscrito',
  'status.pill.leaving': 'De salida',
  'status.pill.not': 'No inscrito',
  'status.pill.unknown': 'Inscripción desconocida',
  'status.blacklisted': 'En lista negra',
  'status.both': 'en el ciclo {cycle} y en el próximo',
  'status.joining': 'desde el ciclo {next}',
  'status.leaving': 'el ciclo {cycle} aún cuenta y paga',
  'status.none': 'en el ciclo {cycle} ni en el próximo',
  'status.next': 'para el ciclo {next}; el {cycle} no se puede leer',
  'status.not-next': 'para el ciclo {next}; el {cycle} no se puede leer',
  'status.plain.both': 'en este ciclo y en el próximo',
  'status.plain.joining': 'desde el próximo ciclo',
  'status.plain.leaving': 'este ciclo aún cuenta y paga',
  'status.plain.none': 'en este ciclo ni en el próximo',
  'status.plain.next': 'para el próximo ciclo; este no se puede leer',
  'status.plain.not-next': 'para el próximo ciclo; este no se puede leer',

  'cycle.title': 'Ciclo {cycle}',
  'cycle.title.unknown': 'Ciclo',
  'cycle.title.inactive': 'No hay ningún ciclo en curso',
  'cycle.starts': 'El primero empieza en {blocks}, ~{time}.',
  'cycle.inactive': 'El contrato aún no se ha puesto en marcha.',
  'cycle.nominal': 'Según el calendario es el ciclo {cycle}; quedan {time} aproximadamente.',
  'cycle.nextDue': 'toca el próximo ciclo',
  'cycle.nextIn': 'próximo ciclo en {blocks}, ~{time}',
  'cycle.snapshotDue': 'toca una instantánea',
  'cycle.snapshotIn': 'próxima instantánea en {blocks}, ~{time}',
  'cycle.step.snapshots': 'instantáneas',
  'cycle.step.ratio': 'proporción',
  'cycle.step.weights': 'pesos',
  'cycle.step.payment': 'pago',
  'cycle.step.paymentAbout': 'pago hacia el {day}',
  'cycle.step.paid': 'pagado',
  'cycle.label': {
    one: '{taken} de {count} instantánea tomada. Ahora: {step}.',
    other: '{taken} de {count} instantáneas tomadas. Ahora: {step}.',
  },
  'cycle.enrollBy':
    'Inscríbete antes del {time} aprox. ({blocks}) para contar en el ciclo {cycle}.',
}

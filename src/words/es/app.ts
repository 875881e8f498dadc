import type { app as english } from '../en/app.ts'
import type { Translation } from '../message.ts'

export const app: Translation<typeof english> = {
  'app.name': 'Twinstack',
  'panel.move': 'Mover el panel: arrastra o usa las flechas',
  'panel.close': 'Cerrar el panel',
  'panel.covered':
    'No se ha hecho nada: algo tapa el panel, o el botón acaba de moverse. Haz clic otra vez cuando se vea entero.',
  'nav.settings': 'Ajustes',
  'nav.sections': 'Secciones',
  'nav.back': 'Volver',
  'nav.cancel': 'Cancelar',
  'nav.close': 'Cerrar',
  'tab.dual': 'Dual Stacking',
  'tab.hyper': 'Hyperstaking',
  'tab.rewards': 'Recompensas',
  blocks: { one: '{count} bloque', other: '{count} bloques' },

  'unknown.label': 'Desconocido. Mostrar el motivo',
  'unknown.labelOf': '{figure}: desconocido. Mostrar motivo',
  'unknown.not-read': 'Aún no se ha cargado.',
  'unknown.not-yet':
    'Aún no está fijado: el primer valor llega cuando terminen todas las instantáneas del primer ciclo.',
  'unknown.offline': 'La red no responde.',
  'unknown.bad-answer': 'La red envió una respuesta inesperada, así que no se muestra.',
  'unknown.at-block-unavailable':
    'Las redes públicas ya no admiten esta consulta (at-block se retiró en la época 3.4).',
  'unknown.not-offered': 'Esta versión del contrato no ofrece este dato.',
  'unknown.rate-limited':
    'Se ha alcanzado el límite de la API pública. Una clave de API en los ajustes lo amplía.',

  'problems.offline':
    'No se puede conectar con la red. Revisa tu conexión o elige otra red en los ajustes.',
  'problems.slow': 'La red está respondiendo despacio.',
  'problems.rate-limited':
    'Se ha alcanzado el límite de la API pública. La carga sigue sola; una clave de API en los ajustes amplía el límite.',
  'problems.retryIn': 'Nuevo intento en {time}',
  'problems.seconds': '{count} s',
  'problems.retrying': 'Nuevo intento…',
  'problems.enterKey': 'Introducir una clave de API',
  'problems.bad-answer': 'La red envió una respuesta inesperada. No se muestra.',
  'problems.server-error': 'El servidor de la API devolvió un error. Se reintenta automáticamente.',
  'problems.wrong-chain':
    'Este servidor pertenece a otra red, no a la elegida. Revisa las direcciones de los servidores en los ajustes.',
  'problems.contract-missing':
    'No se encontró el contrato de Dual Stacking en esta red. Elige otra red en los ajustes.',
  'storage.unreadable':
    'El navegador no deja que Twinstack cargue sus datos guardados. Cierra las demás ventanas del navegador, reinícialo y abre esto otra vez.',
  'storage.corrupt':
    'Algunos datos guardados estaban dañados. Se apartaron y se están cargando de nuevo; nada cambia en la cadena.',
  'storage.newer':
    'Algunos datos guardados son de una versión más nueva de Twinstack y no se han tocado. Actualiza Twinstack.',

  'age.ago': 'Actualizado hace {time}',
  'age.shown': 'Se muestran datos de hace {time}.',
  'age.since': 'hace {time}',
  'age.never': 'Primera carga…',
  'age.refreshing': 'Cargando…',
  'age.refresh': 'Actualizar',

  'earned.soFar': 'Ganado: {amount}',
  'earned.atLeast': 'Ganado al menos: {amount}',
  'earned.last': 'última: {amount}, {day}',
  'earned.first': 'Primera recompensa hacia el {day}',
  'earned.all': 'Ganado en todos los programas: {amounts}',
  'earned.all.atLeast': 'Ganado en todos los programas: al menos {amounts}',

  'welcome.dusk': 'Hacer staking de DUSK',
  'life.ended.title': 'Dual Stacking terminó en septiembre de 2026',
  'life.ended.text': 'Tu sBTC nunca estuvo bloqueado: no hay nada que retirar ni que hacer.',
  'life.ended.rewards': 'Recibiste {sats} en {payments}.',
  'life.ended.records': 'Verlos, verificarlos y exportarlos',
  'life.ended.next': 'Las recompensas por apilar STX y tener sBTC vienen ahora de Bitcoin Staking.',
  'life.ended.none': 'Ninguna recompensa llegó a esta dirección.',
  'life.ended.newcomer':
    'Las recompensas por apilar STX y tener sBTC vienen ahora de Bitcoin Staking. Si participaste, sigue tu dirección: cada recompensa pasada aparece en la lista y puedes verificarla y exportarla. En los ajustes puedes elegir otros programas.',
  'life.payments': { one: '{count} pago', other: '{count} pagos' },
  'life.ended': 'Este programa terminó en septiembre de 2026. Este es su historial.',
  'life.closed.title': 'Las inscripciones están cerradas',
  'life.closed':
    'Las inscripciones están cerradas: ya no puede entrar nadie. Si estás inscrito, cobras hasta el último ciclo y aún puedes darte de baja.',
  'life.closed.newcomer':
    'Ya no puede entrar nadie en este programa. Si participas, sigue tu dirección: cada recompensa aparece en la lista y puedes verificarla y exportarla. En los ajustes puedes elegir otros programas.',
  'life.source': 'Cómo se anunció',
  'life.stopped':
    'Parece haberse detenido: no ha empezado ningún ciclo en el tiempo que duran dos.',

  'writable.closed':
    'Las inscripciones están cerradas. Solo puedes darte de baja o cambiar tu dirección de cobro.',
  'writable.ended': 'Este programa ha terminado. Solo puedes darte de baja.',
  'writable.superseded':
    'Un contrato más nuevo ha sustituido a este, así que aquí no se firma nada. Cambia al nuevo en los ajustes.',
  'writable.switch': 'Cambiar a {name}',
  'writable.no-user-calls':
    'Este contrato no acepta llamadas de titulares, así que aquí no se firma nada.',
  'writable.unknown-contract':
    'Contrato desconocido. No se firma nada hasta comprobar su interfaz.',
  'writable.inactive-network':
    'Este contrato ya no puede completar ciclos en esta red, así que aquí no se firma nada.',

  'status.pill.enrolled': 'Inscrito',
  'status.pill.leaving': 'Dado de baja',
  'status.pill.not': 'No inscrito',
  'status.pill.unknown': 'Inscripción desconocida',
  'status.blacklisted': 'En lista negra',
  'status.blacklisted.why': 'Solo el administrador del contrato puede cambiarlo.',
  'status.both': 'en el ciclo {cycle} y en el próximo',
  'status.joining': 'desde el ciclo {next}',
  'status.leaving': 'el ciclo {cycle} aún paga',
  'status.none': 'en el ciclo {cycle} ni en el próximo',
  'status.next': 'para el ciclo {next}; el {cycle} se desconoce',
  'status.not-next': 'para el ciclo {next}; el {cycle} se desconoce',
  'status.plain.both': 'en este ciclo y en el próximo',
  'status.plain.joining': 'desde el próximo ciclo',
  'status.plain.leaving': 'este ciclo aún paga',
  'status.plain.none': 'en este ciclo ni en el próximo',
  'status.plain.next': 'para el próximo ciclo; este se desconoce',
  'status.plain.not-next': 'para el próximo ciclo; este se desconoce',

  'cycle.title': 'Ciclo {cycle}',
  'cycle.title.unknown': 'Ciclo',
  'cycle.title.inactive': 'No hay ningún ciclo en curso',
  'cycle.starts': 'El primer ciclo empieza en {blocks} (~{time}).',
  'cycle.inactive': 'El contrato aún no se ha puesto en marcha.',
  'cycle.nominal': 'Según lo previsto, este es el ciclo {cycle}; quedan unos {time}.',
  'cycle.nextDue': 'el próximo ciclo ya puede empezar',
  'cycle.nextIn': 'próximo ciclo en {blocks}, ~{time}',
  'cycle.snapshotDue': 'instantánea pendiente',
  'cycle.snapshotIn': 'próxima instantánea en {blocks}, ~{time}',
  'cycle.step.snapshots': 'instantáneas',
  'cycle.step.ratio': 'proporción',
  'cycle.step.weights': 'pesos',
  'cycle.step.payment': 'pago',
  'cycle.step.paymentAbout': 'pago hacia el {day}',
  'cycle.step.paid': 'pagado',
  'cycle.phase.snapshots': {
    one: '{taken} de {count} instantánea',
    other: '{taken} de {count} instantáneas',
  },
  'cycle.phase.calculation': 'cálculo',
  'cycle.label': {
    one: '{taken} de {count} instantánea tomada. Ahora: {step}.',
    other: '{taken} de {count} instantáneas tomadas. Ahora: {step}.',
  },
  'cycle.enrollBy':
    'Inscríbete antes del {time} (en unos {blocks}) para entrar en el ciclo {cycle}.',
}

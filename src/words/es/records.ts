import type { records as english } from '../en/records.ts'
import type { Translation } from '../message.ts'

export const records: Translation<typeof english> = {
  'earned.title': 'Ganado en total',
  'earned.incomplete':
    'Aún no se conocen todas las recompensas anteriores: estos totales pueden ser mayores.',
  'earned.note': 'Cada activo se suma por separado; nada se convierte.',
  'enrollment.title': 'Inscripción',
  'enrollment.goTo': 'Las recompensas van a',
  'enrollment.self': 'esta dirección',
  'rewards.in': { one: 'en {count} ciclo', other: 'en {count} ciclos' },
  'rewards.catchingUp': {
    one: 'Buscando recompensas anteriores: queda {count} petición.',
    other: 'Buscando recompensas anteriores: quedan {count} peticiones.',
  },
  'rewards.chart':
    'Recompensas de los ciclos {from} a {to}. La más alta fue {most}; la última, {last}. La lista tiene cada pago.',
  'rewards.bar': 'Ciclo {cycle}: {amount}',
  'rewards.rate': 'APR de este ciclo',
  'rewards.rate.load': 'Cargar los saldos de este ciclo',
  'rewards.rate.average': {
    one: '{rate} de APR en {count} ciclo',
    other: '{rate} de APR de media en {count} ciclos',
  },
  'rewards.rate.chart': 'APR por ciclo',
  'rewards.rate.line': 'APR del ciclo {from} al {to}: {first} al principio, {last} en el último.',
  'rewards.paidTo': 'Pagada a',
  'rewards.earnedBy': 'Ganada por',
  'rewards.height': 'Bloque de Bitcoin',
  'rewards.transaction': 'Transacción',
  'rewards.evidence': 'Nota',
  'rewards.evidence.transfer':
    'Identificada por su transferencia desde el contrato: esta versión no emite ningún evento de recompensa con el que comprobarla.',
  'rewards.evidence.ownCall':
    'Identificada por su transferencia desde el contrato a la dirección de cobro que esta cuenta había elegido: esta versión no emite ningún evento de recompensa con el que comprobarla.',
  'rewards.evidence.unclear':
    'Esta versión no emite ningún evento de recompensa, y tanto esta cuenta como la dirección que la recibió estaban inscritas: no se puede saber de quién es la recompensa.',
  'rewards.csv': 'Descargar CSV',
  'rewards.statement': 'Resumen anual, archivo fiscal',
  'rewards.yearUnknown': 'Fecha desconocida',
  'rewards.csvNote':
    'Fecha, bloque de Bitcoin, ciclo, sats, direcciones y transacción. Sin precios: Twinstack no consulta ninguno.',

  'record.ask': '¿Falta una recompensa? Comprueba un ciclo',
  'record.askButton': 'Comprobar',
  'record.captured': 'Instantáneas',
  'record.capturedOf': '{captured} de {snapshots}',
  'record.sats': 'sBTC medio',
  'record.microStx': 'STX apilados de media',
  'record.weight': 'Peso',
  'record.reward': 'Recompensa',
  'record.notYet': 'aún no',
  'record.none': 'ninguno',
  'record.verify': 'Verificar este ciclo',
  'record.verifying': 'Recalculando el ciclo…',
  'verify.from': {
    one: 'Recalculado con los registros públicos de {count} participante.',
    other: 'Recalculado con los registros públicos de {count} participantes.',
  },
  'verify.left': {
    one: 'Recalculando el ciclo: queda {count} petición.',
    other: 'Recalculando el ciclo: quedan {count} peticiones.',
  },
  'verify.background': 'Continúa aunque cierres esta ventana.',
  'verify.stop': 'Detener',
  'verify.title.verified': 'Exacta hasta el último sat',
  'verify.title.consistent': 'Proporcionalmente correcta',
  'verify.title.differs': 'No se ajusta a las reglas',
  'verify.title.not-transferred': 'Consta como pagada, pero no se movió nada',
  'verify.title.left-out': 'Sin pagar',
  'verify.title.not-yet': 'Aún sin pagar',
  'verify.title.not-captured': 'Fuera de este ciclo',
  'verify.title.unknown': 'No se puede verificar',
  'verify.verified': 'Las reglas dan {amount}, exactamente lo que se te pagó.',
  'verify.consistent':
    'Se te pagaron {amount}, en proporción exacta a los demás. Ya no se sabe cuánto tenía entonces el fondo.',
  'verify.less': 'Se te pagaron {amount}. Las reglas dan {expected}: {difference} de menos.',
  'verify.more': 'Se te pagaron {amount}. Las reglas dan {expected}: {difference} de más.',
  'verify.differs.weight':
    'Se te pagaron {amount}, pero el contrato registró un peso distinto del que dan las reglas.',
  'verify.not-transferred':
    'El contrato da tu recompensa por pagada, pero no se movió ningún sBTC.',
  'verify.left-out': 'Estabas en este ciclo, pero terminó sin pagarte.',
  'verify.not-yet': 'El ciclo no ha terminado.',
  'verify.not-captured': 'Ninguna instantánea de este ciclo incluyó esta dirección.',
  'verify.unknown': 'Ya quedan muy pocos datos legibles de este ciclo.',
  'record.comingBy': 'Estás en este ciclo. El pago se espera hacia el {day}.',
  'record.pill.paid': 'pagada',
  'record.pill.paid-unseen': 'pagada',
  'record.pill.zero': 'sin recompensa',
  'record.pill.coming': 'próxima',
  'record.pill.late': 'con retraso',
  'record.pill.not-captured-yet': 'falta la instantánea',
  'record.pill.not-in-it': 'no inscrita',
  'record.pill.missed': 'no pagada',
  'record.pill.unknown': 'desconocido',
  'record.paid': 'Pagada. La transacción está en la lista de arriba.',
  'record.paid-unseen':
    'El contrato da la recompensa por pagada. Su transferencia aún no se ha cargado, o fue a otra dirección de cobro.',
  'record.zero': 'La recompensa de este ciclo se redondea a 0 sats.',
  'record.coming': 'Estás en este ciclo. El pago aún está por llegar.',
  'record.late':
    'Estás en este ciclo. El pago va con retraso: alguien tiene que ejecutar aún los pasos previos. No se pierde nada.',
  'record.not-captured-yet':
    'Ninguna instantánea te ha incluido aún. Estás en este ciclo si estabas inscrito cuando empezó.',
  'record.enrolled-yet': 'Estás inscrito en este ciclo. Ninguna instantánea te ha incluido aún.',
  'record.not-in-it': 'Ninguna instantánea te incluyó: no estabas inscrito al empezar el ciclo.',
  'record.missed':
    'Estabas en este ciclo, pero se finalizó sin pagarte. Contacta con el operador del contrato y muéstrale estas cifras.',
  'record.unknown': 'No se pudieron cargar datos suficientes para saberlo.',
}

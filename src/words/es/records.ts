import type { records as english } from '../en/records.ts'
import type { Translation } from '../message.ts'

export const records: Translation<typeof english> = {
  'rewards.in': { one: 'en {count} ciclo', other: 'en {count} ciclos' },
  'rewards.catchingUp': {
    one: 'Buscando recompensas anteriores: queda {count} petición.',
    other: 'Buscando recompensas anteriores: quedan {count} peticiones.',
  },
  'rewards.chart':
    'Recompensas de los ciclos {from} a {to}. La más alta fue {most}; la última, {last}. La lista tiene cada pago.',
  'rewards.paidTo': 'Pagada a',
  'rewards.earnedBy': 'Ganada por',
  'rewards.height': 'Altura de Bitcoin',
  'rewards.transaction': 'Transacción',
  'rewards.evidence': 'Nota',
  'rewards.evidence.transfer':
    'Vista como transferencia del contrato: esta versión no imprime ningún evento de recompensa que se pueda comprobar.',
  'rewards.csv': 'Guardar como CSV',
  'rewards.statement': 'Resumen anual, archivo fiscal',
  'rewards.yearUnknown': 'Fecha desconocida',
  'rewards.csvNote':
    'Fecha, altura de Bitcoin, ciclo, sats, direcciones y transacción. Sin precios: no se consulta ninguno.',

  'record.ask': '¿No llegó una recompensa? Mira su ciclo',
  'record.askButton': 'Mirar',
  'record.captured': 'Captado',
  'record.capturedOf': 'en {captured} de {snapshots} instantáneas',
  'record.sats': 'sBTC, media',
  'record.microStx': 'STX apilados, media',
  'record.weight': 'Peso',
  'record.reward': 'Recompensa',
  'record.notYet': 'aún no',
  'record.none': 'ninguno',
  'record.verify': 'Verificar este ciclo',
  'record.verifying': 'Recalculando el ciclo …',
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
  'verify.title.verified': 'Correcto hasta el último satoshi',
  'verify.title.consistent': 'En la proporción correcta',
  'verify.title.differs': 'No es lo que dan las reglas',
  'verify.title.not-transferred': 'Consta como pagada, pero no se movió nada',
  'verify.title.left-out': 'Sin pagar',
  'verify.title.not-yet': 'Aún sin pagar',
  'verify.title.not-captured': 'Fuera de este ciclo',
  'verify.title.unknown': 'No se puede saber',
  'verify.verified': 'Las reglas dan {amount}, y eso es lo que se pagó.',
  'verify.consistent':
    'Se te pagaron {amount}, en proporción exacta a los demás. Ya no se puede leer cuánto tenía entonces el fondo.',
  'verify.less': 'Se te pagaron {amount}. Las reglas dan {expected}: {difference} de menos.',
  'verify.more': 'Se te pagaron {amount}. Las reglas dan {expected}: {difference} de más.',
  'verify.differs.weight':
    'Se te pagaron {amount}, pero el contrato registró un peso distinto del que dan las reglas.',
  'verify.not-transferred':
    'El contrato da tu recompensa por pagada, pero no se movió ningún sBTC.',
  'verify.left-out': 'El ciclo te contó y terminó sin pagarte.',
  'verify.not-yet': 'El ciclo no ha terminado.',
  'verify.not-captured': 'Ninguna instantánea de este ciclo contó esta dirección.',
  'verify.unknown': 'Ya se puede leer muy poco de este ciclo.',
  'record.comingBy': 'Cuentas en este ciclo. Su pago se espera hacia el {day}.',
  'record.pill.paid': 'pagada',
  'record.pill.paid-unseen': 'pagada',
  'record.pill.zero': 'sin recompensa',
  'record.pill.coming': 'por llegar',
  'record.pill.late': 'con retraso',
  'record.pill.not-captured-yet': 'aún sin captar',
  'record.pill.not-in-it': 'fuera del ciclo',
  'record.pill.missed': 'no pagada',
  'record.pill.unknown': 'no se sabe',
  'record.paid': 'La recompensa se pagó; la lista tiene su transacción.',
  'record.paid-unseen':
    'El contrato da la recompensa por pagada. Su transferencia aún no se ha leído, o fue a otra dirección de cobro.',
  'record.zero': 'La recompensa se calculó y se redondea a 0 sats.',
  'record.coming': 'Cuentas en este ciclo. Su pago está por llegar.',
  'record.late':
    'Cuentas en este ciclo. Su pago va con retraso: alguien tiene que ejecutar aún los pasos previos. No se pierde nada.',
  'record.not-captured-yet':
    'Ninguna instantánea te ha contado aún. Cuentas si estabas inscrito al empezar el ciclo.',
  'record.enrolled-yet': 'Estás inscrito en este ciclo. Ninguna instantánea te ha contado aún.',
  'record.not-in-it': 'Ninguna instantánea te contó: no estabas inscrito al empezar el ciclo.',
  'record.missed':
    'El ciclo se finalizó sin pagarte, aunque te contó. Pregunta al operador del contrato y muéstrale estas cifras.',
  'record.unknown': 'No se pudo leer lo necesario para saberlo.',
}

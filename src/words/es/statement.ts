import type { statement as english } from '../en/statement.ts'
import type { Translation } from '../message.ts'

export const statement: Translation<typeof english> = {
  'statement.title.dual': 'Recompensas de Dual Stacking',
  'statement.title.staking': 'Recompensas de Bitcoin Staking',
  'statement.titleOf.dual': 'Recompensas de Dual Stacking de {year}',
  'statement.titleOf.staking': 'Recompensas de Bitcoin Staking de {year}',
  'statement.programme': 'Programa',
  'statement.year': 'Año',
  'statement.year.all': 'Todos los años',
  'statement.year.unknown': 'fecha desconocida',
  'statement.address': 'Dirección',
  'statement.made': 'Creado el {date} con datos públicos de la cadena. Las horas son UTC.',
  'statement.incomplete':
    'Aún no se han cargado todas las recompensas pasadas: estas sumas no incluyen lo que falta.',
  'statement.none': 'Esta dirección no tiene recompensas en este periodo.',
  'statement.noAccount': 'Primero sigue una dirección: aquí aparecerán sus recompensas.',
  'statement.total': 'Total',
  'statement.byYear': 'Por año',
  'statement.byCycle': 'Por ciclo',
  'statement.payments': 'Pagos',
  'statement.date': 'Fecha (UTC)',
  'statement.cycle': 'Ciclo',
  'statement.contract': 'Contrato',
  'statement.amount': 'sBTC',
  'statement.price': 'Precio del día',
  'statement.value': 'Valor',
  'statement.transaction': 'Transacción',
  'statement.prices': 'Añadir precios diarios',
  'statement.prices.hint':
    'Un archivo con un día (2026-01-31) y el precio de un bitcoin en cada línea. Se queda en esta ventana; no se consulta ningún precio.',
  'statement.prices.bad': 'La línea {line} no tiene día y precio.',
  'statement.prices.empty': 'En este archivo no hay días con precios.',
  'statement.prices.missing': {
    one: '{count} pago no tiene precio de su día y no está en el valor.',
    other: '{count} pagos no tienen precio de su día y no están en el valor.',
  },
  'statement.csv': 'Descargar CSV',
  'statement.taxCsv': 'Descargar para un programa fiscal',
  'statement.print': 'Imprimir',
  'statement.note':
    'Los valores salen de los precios de tu archivo. Es una lista de pagos, no asesoría fiscal.',
}

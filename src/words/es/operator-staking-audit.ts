import type { operatorStakingAudit as english } from '../en/operator-staking-audit.ts'
import type { Translation } from '../message.ts'

export const operatorStakingAudit: Translation<typeof english> = {
  'console.section.staking-audit': 'Auditoría de staking',
  'console.staking.audit': 'Auditar un ciclo',
  'console.staking.audit.how':
    'Vuelve a calcular todo lo anotado, reclamado y pagado en un ciclo a partir de lo que los contratos han publicado desde el principio. Tarda minutos; puedes detenerlo, y lo cargado se conserva.',
  'console.staking.audit.withIncome':
    'Recalcular también los ingresos a partir de cada movimiento de sBTC (tarda más)',
  'console.staking.audit.partly': 'Lo recalculado coincide; no todo se pudo recalcular',
  'console.staking.audit.nothing': 'Aún no se ha calculado ninguna mitad del ciclo {cycle}.',
  'console.staking.audit.covered': 'Ciclo {cycle}, {halves}, recalculado con datos públicos.',
  'console.staking.audit.halves': { one: '{count} mitad', other: '{count} mitades' },
  'console.staking.audit.byHalf': 'Ingresos por mitad',
  'console.staking.audit.half': 'Mitad',
  'console.staking.audit.upTo': 'hasta el bloque de Bitcoin {height}',
  'console.staking.audit.income': 'Ingresos',
  'console.staking.audit.verdict': 'Recalculado',
  'console.staking.audit.verdict.exact': 'exacto',
  'console.staking.audit.verdict.differs': 'difiere',
  'console.staking.audit.verdict.unknown': 'desconocido',
  'console.staking.audit.byLeg': 'Recompensas por parte',
  'console.staking.audit.booked': 'Anotado',
  'console.staking.audit.pulled': 'Reclamado por gestores',
  'console.staking.audit.claimed': 'Reclamado por titulares',
  'console.staking.audit.claims': 'Reclamaciones',
  'console.staking.audit.feesUnknown': {
    one: 'La comisión de {count} reclamación es desconocida: lo pagado después no se ha recalculado.',
    other:
      'Las comisiones de {count} reclamaciones son desconocidas: lo pagado después no se ha recalculado.',
  },
  'console.staking.audit.unread': {
    one: 'No se pudo aplicar {count} evento, así que lo que se sigue de él es desconocido.',
    other:
      'No se pudieron aplicar {count} eventos, así que lo que se sigue de ellos es desconocido.',
  },
  'console.staking.audit.figure': 'Cifra',
  'console.staking.audit.whose': 'De',
  'console.staking.audit.found': 'En la cadena',
  'console.staking.audit.expected': 'Recalculado',
  'console.staking.audit.raw':
    'En unidades enteras, como en la cadena: sats, microSTX y recompensas por participación multiplicadas por 10^18.',
  'console.staking.audit.more': { one: '{count} más', other: '{count} más' },
  'console.staking.audit.figure.income': 'ingresos',
  'console.staking.audit.figure.bondSats': 'para todos los bonos',
  'console.staking.audit.figure.reserveDeposit': 'a la reserva',
  'console.staking.audit.figure.reserve': 'reserva',
  'console.staking.audit.figure.stxSats': 'para la parte de solo STX',
  'console.staking.audit.figure.shares': 'en la parte',
  'console.staking.audit.figure.perShare': 'recompensa por participación',
  'console.staking.audit.figure.target': 'objetivo',
  'console.staking.audit.figure.paid': 'para el bono',
  'console.staking.audit.figure.earned': 'reclamación del gestor',
  'console.staking.audit.figure.gross': 'reclamación del titular antes de la comisión',
  'console.staking.audit.figure.net': 'reclamación del titular tras la comisión',
}

import type { bitcoinStakingChoices as english } from '../en/bitcoin-staking-choices.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingChoices = {
  'staking.whatIf': '¿Y si bloqueas más?',
  'staking.whatIf.stx': 'STX bloqueados',
  'staking.whatIf.cycles': 'Durante tantos ciclos desde el próximo',
  'staking.whatIf.cycles.unit': 'ciclos',
  'staking.whatIf.anyManager': 'Cualquiera, sin su comisión',
  'staking.whatIf.calculating': 'Calculando…',
  'staking.whatIf.invite': 'Mueve un control para ver qué traerían más STX o más ciclos.',
  'staking.whatIf.starts':
    'Gana desde el ciclo {cycle}, el {date}. Primeras recompensas hacia el {claim}.',
  'staking.whatIf.from': 'Desde el ciclo {cycle}, el {date}.',
  'staking.whatIf.changes':
    '{change} por ciclo respecto a ahora, desde el ciclo {cycle}, el {date}.',
  'staking.whatIf.half': 'Por mitad',
  'staking.whatIf.cycle': 'Por ciclo',
  'staking.whatIf.year': 'Por año',
  'staking.whatIf.total': 'En {cycles}, hasta el {date}',
  'staking.whatIf.range': 'de {low} a {high}',
  'staking.whatIf.tooEarly': 'desconocido: aún hay pocas mitades',
  'staking.whatIf.fee': '{fee}, ya descontada',
  'staking.whatIf.fee.none': 'sin descontar: elige un gestor',
  'staking.whatIf.measured':
    'La más lenta, la media y la más rápida de las últimas {count} mitades, hasta el {date}. Las recompensas no están garantizadas.',
  'staking.whatIf.below':
    'Por debajo de {stx}, lo bloqueado con un gestor no gana nada. Con lo tuyo, a este aún le faltarían {missing}.',
  'staking.whatIf.fewer-stx':
    'Un stake en curso no se puede reducir. Para bloquear menos, desbloquea, espera al final del ciclo y bloquea de nuevo.',
  'staking.whatIf.fewer-cycles':
    'Un stake en curso no se puede acortar. Desbloquear lo termina con el ciclo actual.',
  'staking.whatIf.stake': 'Bloquear así',
  'staking.whatIf.change': 'Cambiar mi stake a esto',
  'staking.whatIf.curve':
    'Sats previstos por ciclo para cantidades de 0 a {stx}, donde son de {low} a {high}.',
  'staking.whatIf.curve.you': 'Ahora: {stx} traen {sats}.',
  'staking.whatIf.curve.what': 'A prueba: {stx} traen {sats}.',
  'staking.assumptions': 'Qué se supone',
  'staking.assumption.income':
    'Los ingresos siguen como en las últimas {count} mitades: bloques de Bitcoin {from} a {to}, hasta el {date}.',
  'staking.assumption.unknown-income':
    'Se han calculado muy pocas mitades para saber cuánto trae una.',
  'staking.assumption.shares': 'Los demás bloquean tanto como en el ciclo {cycle}.',
  'staking.assumption.shares.now':
    'Los demás bloquean tanto como hasta ahora para el ciclo {cycle}; aún puede cambiar.',
  'staking.assumption.bonds':
    'Los bonos que cobran antes siguen igual: {bonds}. Uno nuevo baja las recompensas.',
  'staking.assumption.noBonds': 'No hay bonos, que cobrarían antes.',
  'staking.assumption.fee': 'La comisión del gestor sigue en el {fee}.',
  'staking.assumption.fee.unknown':
    'La comisión del gestor es desconocida, y también lo que queda.',
  'staking.assumption.below-threshold':
    'Al gestor le faltan {stx}: lo bloqueado con él no gana nada hasta que los tenga.',
  'staking.assumption.calls-in-time':
    'Cada mitad se calcula a tiempo, el gestor reclama y nada se detiene.',
  'staking.assumption.not-compounded': 'Las recompensas son sBTC y no se reinvierten.',
} as const satisfies Translation<typeof english>

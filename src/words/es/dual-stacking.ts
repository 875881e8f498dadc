import type { dualStacking as english } from '../en/dual-stacking.ts'
import type { Translation } from '../message.ts'

export const dualStacking: Translation<typeof english> = {
  'network.mainnet': 'Red principal',
  'network.testnet': 'Red de pruebas',
  'network.devnet': 'Red de demostración local',
  about: '~{amount}',
  upTo: 'hasta ~{amount}',
  'unit.ratio': 'STX/BTC',

  'hero.label': 'Tu impulso y tu recompensa',
  'hero.of': '× de {most}',
  'hero.why': 'por qué este impulso',
  'hero.whyMaybe': 'tu impulso si te inscribes',
  'hero.payment.next': 'próximo pago',
  'hero.payment.first': 'primer pago',
  'hero.payment.last': 'último pago',
  'hero.payment.maybe': 'est. por ciclo',
  'hero.around': 'hacia el {day}',
  'hero.in': '{blocks}, ~{time}',
  'hero.estimate': 'Estimación con las reglas de v2',
  'hero.rate': 'APR est.',
  'hero.rates': '{low} a {high}',
  'hero.range': 'de 1× a {most}',

  'why.noSbtc': 'aún sin sBTC',

  'figures.missing': 'Por qué no se muestra tu impulso',
  'figures.sats': 'Tu sBTC',
  'figures.lockedMicroStx': 'Tus STX apilados',
  'figures.goldenRatios': 'La proporción áurea',
  'figures.multiplier': 'El multiplicador del contrato',
  'figures.computing': 'Calculando…',
  'figures.failed': 'No se pudieron calcular las cifras. Cierra esta ventana y ábrela de nuevo.',

  'whatIf.title': '¿Y si apilas más?',

  'footer.watching':
    'Solo observada. Conecta la cartera de esta dirección para inscribirte o hacer cambios.',
  'footer.minimum': 'Necesitas al menos {minimum} de sBTC para inscribirte.',
  'footer.tooLittle': 'Esta dirección no tiene suficiente sBTC para inscribirse.',
  'link.stackStx': 'Bloquear STX',
  'link.getSbtc': 'Obtener sBTC',

  'welcome.title': 'Gana sBTC con tu sBTC',
  'welcome.answer':
    'Un {low} al año solo con sBTC, y hasta un {high} con suficientes STX bloqueados.',
  'welcome.minimum':
    'Desde {minimum} de sBTC. En las apps DeFi admitidas, el sBTC siempre tiene el impulso completo.',
  'welcome.hold': 'Ten sBTC.',
  'welcome.hold.more': 'Inscribe tu dirección una vez. Nada sale de tu cartera.',
  'welcome.stack': 'Apila STX.',
  'welcome.stack.more': 'Cuantos más STX apiles por sBTC, mayor tu impulso, hasta diez veces.',
  'welcome.paid': 'Cobra.',
  'welcome.paid.more':
    'Las instantáneas de cada ciclo de dos semanas fijan tu parte, que se te paga en sBTC.',
  'welcome.safe':
    'Twinstack nunca tiene tus claves. Lee datos públicos y abre tu cartera solo cuando haces clic.',
  'welcome.more': 'Cómo funciona (1 min)',
  'welcome.watch': 'Observar una dirección',
}

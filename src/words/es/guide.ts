import type { guide as english } from '../en/guide.ts'
import type { Translation } from '../message.ts'

export const guide: Translation<typeof english> = {
  'guide.title': 'Gana sBTC con tu sBTC',
  'guide.lead':
    'Dual Stacking te paga sBTC por tener sBTC, y más si además apilas STX. Esta página lo explica en un minuto, y puedes probarlo sin cartera.',
  'guide.how': 'Cómo funciona',
  'guide.cycle': 'Un ciclo, unas dos semanas',
  'guide.cycle.label':
    'Catorce instantáneas a lo largo del ciclo; después, proporción áurea, pesos y pago.',
  'guide.cycle.snapshots':
    '14 instantáneas a lo largo del ciclo registran tu sBTC y tus STX apilados. Mantenerlos en todas es lo que más gana.',
  'guide.cycle.ratio':
    'Se fija la proporción áurea: los STX por BTC que el 95 % del sBTC inscrito no supera. Si la alcanzas, tienes el impulso completo.',
  'guide.cycle.payment':
    'El fondo se reparte por peso: tu sBTC × tu impulso. Llega en sBTC; no hay nada que reclamar.',
  'guide.questions': 'Antes de empezar',
  'guide.enough': '¿Merece la pena?',
  'guide.enough.text':
    'Escribe lo que tienes en «Pruébalo». Sin STX el impulso es 1×, y los primeros STX que apilas son los que más suman, porque el impulso crece con la raíz cuadrada. Twinstack muestra siempre el próximo paso más barato, tu APR y si lo limita el fondo o el tope.',
  'guide.try': '¿Puedo solo probar?',
  'guide.try.text':
    'Sí. Inscribirte cuesta una comisión de red y no mueve nada: tu sBTC y tus STX siguen en tu cartera, y puedes darte de baja cuando quieras. Un ciclo solo paga a quien estaba inscrito al empezar.',
  'guide.account': '¿Puedo usar otra cuenta, o varias?',
  'guide.account.text':
    'Cada dirección se inscribe por separado. Sigue todas las que quieras, con cartera o solo observando, y cambia con un clic. Las recompensas pueden ir a una dirección distinta de la que las gana.',
  'guide.wrong': '¿Qué puede salir mal?',
  'guide.wrong.text':
    'El APR depende del fondo y de lo que tienen los demás, así que cambia. Si vendes sBTC durante un ciclo, baja la recompensa de ese ciclo. Un pago puede retrasarse hasta que alguien ejecute los pasos del ciclo; puede hacerlo cualquiera, también tú, en la consola. Dual Stacking no bloquea nada; los STX que apilas los bloquea el stacking, como siempre.',
  'guide.permissions': 'Permisos, y por qué',
  'guide.permissions.lead':
    'Twinstack pide lo mínimo. El acceso a un sitio solo se pide cuando hace falta.',
  'guide.permission.storage': 'Guardar datos en este navegador',
  'guide.permission.storage.why':
    'Tus ajustes, las direcciones que sigues y las últimas lecturas, guardados solo en este navegador. Para consultar saldos, tus direcciones públicas se envían a la API que elijas.',
  'guide.permission.notifications': 'Mostrar notificaciones',
  'guide.permission.notifications.why':
    'Para avisarte cuando llegue una recompensa, y de lo demás que actives aquí.',
  'guide.permission.alarms': 'Comprobar en segundo plano cada pocos minutos',
  'guide.permission.alarms.why': 'Para buscar nuevas recompensas en la cadena.',
  'guide.permission.tab': 'Usar la pestaña actual cuando haces clic en el icono',
  'guide.permission.tab.why':
    'Las carteras funcionan dentro de páginas web: así llega Twinstack a la tuya. Las demás pestañas no se tocan nunca.',
  'guide.permission.menu': 'Añadir una opción al menú contextual',
  'guide.permission.menu.why': '«Mostrar Twinstack en esta página» (o Alt+Mayús+Y).',
  'guide.permission.sites': 'Acceso a un sitio: ahora no se pide',
  'guide.permission.sites.why':
    'Solo lo pide la consola, cuando firmas desde ella en una pestaña que tú eliges. El navegador te muestra qué sitio es.',
  'guide.tell': 'Avísame de',
  'guide.lead.staking':
    'Bitcoin Staking te paga sBTC por bloquear STX, dos veces en cada ciclo de dos semanas. Twinstack muestra cuánto pagaría, firma con tu propia cartera y te avisa cuando hay algo que reclamar.',
  'guide.start': 'Empieza en tres pasos',
  'guide.step.pin': 'Fija Twinstack.',
  'guide.step.pin.more':
    'Haz clic en la pieza de puzle de la barra y luego en el alfiler junto a Twinstack.',
  'guide.step.page': 'Abre cualquier sitio web.',
  'guide.step.page.more': 'Las carteras solo funcionan en páginas web.',
  'guide.step.page.open': 'Abrir la página de firma',
  'guide.step.connect': 'Conecta tu cartera.',
  'guide.step.connect.more': 'Haz clic allí en el icono de Twinstack y luego en «{connect}».',
  'guide.step.done': 'hecho',
  'guide.start.watch': 'O simplemente observa una dirección:',
  'guide.watching': 'Ahora observas {address}. Haz clic en el icono de Twinstack para verla.',
  'guide.console': 'Para operadores: la consola',
}
